using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>
/// Lies between browsers and the server. What stands can be made half-open: it stays open on both ends, and every byte that
/// is put into it is swallowed, as when a phone has slept through the end of its line. New connections are good ones.
/// </summary>
public sealed class HalfOpenLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly Task accepting;
    private int generation;
    private int opened;

    public HalfOpenLine(string server)
    {
        this.server = new Uri(server);
        listener.Start();
        accepting = Accept();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>How many connections were opened through it so far.</summary>
    public int Opened => Volatile.Read(ref opened);

    /// <summary>From now on all that stands is dead, and says so to nobody.</summary>
    public void Swallow() => Interlocked.Increment(ref generation);

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var browser = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref opened);
                _ = Join(browser, Volatile.Read(ref generation));
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    private async Task Join(Socket browser, int born)
    {
        var ours = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(browser);
        sockets.Add(ours);
        try
        {
            await ours.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(Carry(browser, ours, born), Carry(ours, browser, born));
        }
        catch (SocketException)
        {
            // The server is away: the browser is told below.
        }
        if (Volatile.Read(ref generation) != born) return;
        browser.Dispose();
        ours.Dispose();
    }

    /// <summary>Ends when the sender has closed, but never while it is half-open: then nobody hears of the end.</summary>
    private async Task Carry(Socket from, Socket to, int born)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
                if (Volatile.Read(ref generation) == born) await to.SendAsync(buffer.AsMemory(0, count));
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        foreach (var socket in sockets) socket.Dispose();
    }
}
