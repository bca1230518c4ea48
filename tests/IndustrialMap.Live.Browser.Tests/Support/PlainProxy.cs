using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>What a proxy does with that which is not one request and one finished answer.</summary>
public enum Streams
{
    /// <summary>An upgrade reaches the server as a plain request, and an answer the browser when it is finished: nginx as it comes.</summary>
    Stripped,

    /// <summary>Whoever asks for an upgrade never gets an answer, nor does any unfinished answer arrive.</summary>
    HeldBack,

    /// <summary>All goes through at once.</summary>
    Passed,
}

/// <summary>Lies between browsers and the server as a proxy does: one request a connection, HTTP/1.0 to the server.</summary>
public sealed class PlainProxy : IAsyncDisposable
{
    private static readonly string[] OfOneHop = ["connection:", "upgrade:", "keep-alive:", "sec-websocket-"];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly Task accepting;

    public PlainProxy(string server, Streams streams)
    {
        this.server = new Uri(server);
        Streams = streams;
        listener.Start();
        accepting = Accept();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Holds for what is asked from now on.</summary>
    public Streams Streams { get; set; }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptSocketAsync());
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    private async Task Serve(Socket browser)
    {
        using var ours = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(browser);
        sockets.Add(ours);
        try
        {
            if (await ReadRequest(browser) is not var (head, body)) return;
            var upgrade = head.Any(line => line.StartsWith("upgrade:", StringComparison.OrdinalIgnoreCase));
            await ours.ConnectAsync(server.Host, server.Port);
            var given = new NetworkStream(browser);
            var taken = new NetworkStream(ours);
            if (upgrade && Streams == Streams.HeldBack)
            {
                await given.CopyToAsync(Stream.Null);
                return;
            }
            var tunnel = upgrade && Streams == Streams.Passed;
            await taken.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", tunnel ? head : OneRequest(head)) + "\r\n\r\n"));
            await taken.WriteAsync(body);
            var heard = given.CopyToAsync(tunnel ? taken : Stream.Null);
            var answered = Answer(taken, given);
            if (await Task.WhenAny(answered, heard) == heard) return;
            await answered;
            // A socket that is closed while it is read resets what is still on its way.
            browser.Shutdown(SocketShutdown.Send);
            await heard;
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
        finally
        {
            browser.Dispose();
        }
    }

    private async Task Answer(NetworkStream server, NetworkStream browser)
    {
        if (Streams == Streams.Passed)
        {
            await server.CopyToAsync(browser);
            return;
        }
        using var finished = new MemoryStream();
        await server.CopyToAsync(finished);
        await browser.WriteAsync(finished.ToArray());
    }

    private static IEnumerable<string> OneRequest(string[] head) =>
    [
        head[0].Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal),
        .. head[1..].Where(line => !OfOneHop.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))),
        "Connection: close",
    ];

    /// <returns>The lines of its head, and its body; null if the browser has asked nothing.</returns>
    private static async Task<(string[] Head, byte[] Body)?> ReadRequest(Socket browser)
    {
        var read = new List<byte>();
        var buffer = new byte[16_384];
        int end;
        while ((end = Encoding.Latin1.GetString([.. read]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (await browser.ReceiveAsync(buffer) is not (> 0 and var count)) return null;
            read.AddRange(buffer[..count]);
        }
        var head = Encoding.Latin1.GetString([.. read[..end]]).Split("\r\n");
        var length = head.Where(line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        while (read.Count < end + 4 + length)
        {
            if (await browser.ReceiveAsync(buffer) is not (> 0 and var count)) return null;
            read.AddRange(buffer[..count]);
        }
        return (head, [.. read[(end + 4)..]]);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        foreach (var socket in sockets) socket.Dispose();
    }
}
