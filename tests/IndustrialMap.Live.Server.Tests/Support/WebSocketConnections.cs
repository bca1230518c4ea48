using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Opens the hub's web socket at once, without a negotiation before it.</summary>
internal sealed class WebSocketConnections(CookieContainer cookies, (string Name, string Value)[] headers) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        foreach (var (name, value) in headers) socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new Connection(socket);
    }

    /// <summary>A web socket as the pair of pipes that the hub's client works on.</summary>
    private sealed class Connection : ConnectionContext, IDuplexPipe
    {
        private readonly ClientWebSocket socket;
        private readonly Pipe incoming = new(), outgoing = new();
        private readonly CancellationTokenSource closed = new();
        private readonly Task receiving, sending;

        internal Connection(ClientWebSocket socket)
        {
            this.socket = socket;
            ConnectionClosed = closed.Token;
            receiving = Receive();
            sending = Send();
        }

        public PipeReader Input => incoming.Reader;
        public PipeWriter Output => outgoing.Writer;
        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
        public override IDuplexPipe Transport { get => this; set => throw new NotSupportedException(); }

        private async Task Receive()
        {
            Exception? failure = null;
            try
            {
                while (true)
                {
                    var received = await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), closed.Token);
                    if (received.MessageType == WebSocketMessageType.Close) break;
                    incoming.Writer.Advance(received.Count);
                    if (received.EndOfMessage) await incoming.Writer.FlushAsync(closed.Token);
                }
            }
            catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
            {
                failure = broken is WebSocketException ? broken : null;
            }
            await incoming.Writer.CompleteAsync(failure);
        }

        private async Task Send()
        {
            try
            {
                while (true)
                {
                    var read = await outgoing.Reader.ReadAsync(closed.Token);
                    foreach (var part in read.Buffer) await socket.SendAsync(part, WebSocketMessageType.Text, true, closed.Token);
                    outgoing.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted) break;
                }
            }
            catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // The reader of the other direction says what became of the line.
            }
            await outgoing.Reader.CompleteAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await closed.CancelAsync();
            await Task.WhenAll(receiving, sending);
            socket.Dispose();
            closed.Dispose();
        }
    }
}
