using System.Net.ServerSentEvents;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>A message of a stream of server-sent events.</summary>
/// <param name="Id">The place; null for a beat.</param>
internal sealed record Message(string Type, Place? Id, string Data)
{
    internal T As<T>() => Wire.Read<T>(Data);
}

/// <summary>A browser's EventSource, reading one message at a time.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly CancellationTokenSource closing;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventStream(HttpResponseMessage answer, CancellationTokenSource closing, Stream body)
    {
        (this.answer, this.closing) = (answer, closing);
        items = SseParser.Create(body).EnumerateAsync(closing.Token).GetAsyncEnumerator(closing.Token);
    }

    internal static async Task<EventStream> Open(HttpClient http, string path, Place? after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null) request.Headers.Add("Last-Event-ID", $"{after}");
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new(answer, new CancellationTokenSource(), await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next message; null when the server has ended the stream.</summary>
    /// <param name="patience">Null: what tests have; a message comes each second.</param>
    internal async Task<Message?> Next(TimeSpan? patience = null)
    {
        var before = LastId;
        if (!await items.MoveNextAsync().AsTask().WaitAsync(patience ?? Until.Patience)) return null;
        var item = items.Current;
        LastId = item.EventId is { Length: > 0 } id ? Place.Parse(id) : before;
        return new(item.EventType, item.EventType == "beat" ? null : LastId, item.Data);
    }

    internal Place? LastId { get; private set; }

    /// <summary>The next message that is no beat.</summary>
    internal async Task<Message> NextChange()
    {
        while (true)
        {
            var message = await Next() ?? throw new EndOfStreamException("The server ended the stream.");
            if (message.Type != "beat") return message;
        }
    }

    internal async Task<Heartbeat> NextBeat()
    {
        while (true)
        {
            var message = await Next() ?? throw new EndOfStreamException("The server ended the stream.");
            if (message.Type == "beat") return message.As<Heartbeat>();
        }
    }

    /// <summary>Reads until the server ends the stream.</summary>
    internal async Task<List<Message>> ToEnd()
    {
        var all = new List<Message>();
        while (await Next() is { } message) all.Add(message);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try
        {
            await items.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read is still under way; closing the answer ends it.
        }
        answer.Dispose();
        closing.Dispose();
    }
}
