using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// A reader of the hub over a WebSocket. It speaks SignalR's JSON protocol by hand, so that what is measured is the
/// server and the line and not a client's library.
/// </summary>
/// <param name="target">The hub's method: Control or Site.</param>
internal sealed class HubScreen(Participant participant, string target, params object?[] arguments) : Screen
{
    private const byte EndOfRecord = 0x1e;

    protected override async Task Follow(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = participant.Cookies;
        var address = new UriBuilder(participant.Http.BaseAddress!) { Scheme = "ws", Path = "/hub" }.Uri;
        await socket.ConnectAsync(address, cancellationToken);
        await Send(socket, new { protocol = "json", version = 1 }, cancellationToken);
        await Send(socket, new { type = 4, invocationId = "1", target, arguments }, cancellationToken);

        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException($"The hub closed: {socket.CloseStatusDescription}");
            buffer.Advance(part.Count);
            if (!part.EndOfMessage) continue;
            foreach (var record in Records(buffer.WrittenSpan))
            {
                Take(record.RootElement);
                // The hub ends connections that say nothing; the beat of each second is a good moment to say something.
                if (IsBeat(record.RootElement)) await Send(socket, new { type = 6 }, cancellationToken);
                record.Dispose();
            }
            buffer.ResetWrittenCount();
        }
    }

    private void Take(JsonElement record)
    {
        if (record.TryGetProperty("error", out var error)) throw new InvalidOperationException($"The hub refused: {error}");
        if (!record.TryGetProperty("item", out var item)) return;
        if (item.TryGetProperty("update", out var update)) Got(update.GetProperty("to").GetInt64());
        else if (item.TryGetProperty("view", out var view)) Got(view.GetProperty("seq").GetInt64());
    }

    private static bool IsBeat(JsonElement record) => record.TryGetProperty("item", out var item) && item.TryGetProperty("beat", out _);

    private static List<JsonDocument> Records(ReadOnlySpan<byte> bytes)
    {
        var records = new List<JsonDocument>();
        while (bytes.IndexOf(EndOfRecord) is var end and >= 0)
        {
            records.Add(JsonDocument.Parse(bytes[..end].ToArray()));
            bytes = bytes[(end + 1)..];
        }
        return records;
    }

    private static Task Send(ClientWebSocket socket, object record, CancellationToken cancellationToken)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(record), EndOfRecord];
        return socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }
}
