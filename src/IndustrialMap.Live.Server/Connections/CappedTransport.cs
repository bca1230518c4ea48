using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace IndustrialMap.Live.Server.Connections;

/// <summary>
/// Sockets of which no more are accepted than there is room for: who comes then waits in the system's queue. Kestrel's own limit
/// accepts first and closes then, and does not count web sockets.
/// </summary>
internal sealed class CappedTransport(SocketTransportFactory sockets, ConnectionCap cap, TimeProvider clock) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), cap, clock);

    private sealed class Listener(IConnectionListener inner, ConnectionCap cap, TimeProvider clock) : IConnectionListener
    {
        private readonly CancellationTokenSource unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                await cap.TakeRoom(unbound.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            ConnectionContext? accepted = null;
            try
            {
                accepted = await inner.AcceptAsync(cancellationToken);
                return accepted is null ? null : new CappedConnection(accepted, cap, clock.GetTimestamp());
            }
            finally
            {
                if (accepted is null) cap.GiveRoom();
            }
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await unbound.CancelAsync();
            await inner.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            unbound.Dispose();
        }
    }
}
