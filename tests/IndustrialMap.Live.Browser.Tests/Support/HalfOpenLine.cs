using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>
/// Lies between browsers and the server. What carries a stream can be made half-open: it stays open on both ends, and every
/// byte that is put into it is swallowed, as when a phone has slept through the end of its line. What lies idle then is
/// closed, as a browser does itself when its network has changed. New connections are good ones.
/// </summary>
public sealed class HalfOpenLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly ConcurrentBag<Joint> joints = [];
    private readonly Task accepting;

    public HalfOpenLine(string server)
    {
        this.server = new Uri(server);
        listener.Start();
        accepting = Accept();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>From now on all that stands is dead, and the streams say so to nobody.</summary>
    public void Swallow()
    {
        foreach (var joint in joints) joint.Swallow();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var joint = new Joint(await listener.AcceptSocketAsync());
                joints.Add(joint);
                _ = joint.Carry(server);
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        foreach (var joint in joints) joint.Dispose();
    }

    /// <summary>One connection of a browser, and ours to the server behind it.</summary>
    private sealed class Joint(Socket browser) : IDisposable
    {
        private readonly Socket ours = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private volatile bool streams;
        private volatile bool swallows;

        internal void Swallow()
        {
            swallows = true;
            if (!streams) Dispose();
        }

        internal async Task Carry(Uri server)
        {
            try
            {
                await ours.ConnectAsync(server.Host, server.Port);
                await Task.WhenAny(Carry(browser, ours, LooksForStreams), Carry(ours, browser, _ => { }));
            }
            catch (SocketException)
            {
                // The server is away: the browser is told below.
            }
            if (!swallows) Dispose();
        }

        private void LooksForStreams(ReadOnlySpan<byte> sent)
        {
            var text = Encoding.Latin1.GetString(sent);
            if (text.Contains("Upgrade: websocket", StringComparison.Ordinal) || text.Contains("Accept: text/event-stream", StringComparison.Ordinal))
                streams = true;
        }

        private async Task Carry(Socket from, Socket to, Action<ReadOnlySpan<byte>> look)
        {
            var buffer = new byte[16_384];
            try
            {
                while (await from.ReceiveAsync(buffer) is var count and > 0)
                {
                    look(buffer.AsSpan(0, count));
                    if (!swallows) await to.SendAsync(buffer.AsMemory(0, count));
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // One of the two is gone.
            }
        }

        public void Dispose()
        {
            browser.Dispose();
            ours.Dispose();
        }
    }
}
