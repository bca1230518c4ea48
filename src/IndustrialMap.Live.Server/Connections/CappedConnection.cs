using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace IndustrialMap.Live.Server.Connections;

/// <summary>
/// A TCP connection that has taken room, and gives it back when its handle is closed. It takes a seat too, if there is one: not
/// finding any is told to its first request, which may be of somebody who needs none.
/// </summary>
internal sealed class CappedConnection : ConnectionContext
{
    private readonly ConnectionContext inner;
    private readonly ConnectionCap cap;
    private readonly Lock gate = new();
    private bool seated, closed;

    internal CappedConnection(ConnectionContext inner, ConnectionCap cap, long acceptedAt)
    {
        (this.inner, this.cap, AcceptedAt, seated) = (inner, cap, acceptedAt, cap.TakeSeat());
        inner.Features.Set(this);
        cap.Silent.TryAdd(this, true);
    }

    /// <summary>A timestamp of the clock.</summary>
    internal long AcceptedAt { get; }

    internal ConnectionLimits Limits => cap.Limits;

    /// <summary>Whether its last request was of somebody who is signed in.</summary>
    internal bool IsSignedIn { get; private set; }

    /// <summary>
    /// Asked with each request: behind a proxy one connection carries a viewer's request after an operator's.
    /// </summary>
    /// <returns>False: there is no seat for this visitor.</returns>
    internal bool Admit(bool signedIn)
    {
        cap.Silent.TryRemove(this, out _);
        lock (gate)
        {
            IsSignedIn = signedIn;
            if (!signedIn) return seated = seated || (!closed && cap.TakeSeat());
            GiveSeatBack();
            return true;
        }
    }

    private void GiveSeatBack()
    {
        if (seated) cap.GiveSeat();
        seated = false;
    }

    public override async ValueTask DisposeAsync()
    {
        cap.Silent.TryRemove(this, out _);
        await inner.DisposeAsync();
        lock (gate)
        {
            if (closed) return;
            closed = true;
            GiveSeatBack();
        }
        cap.GiveRoom();
    }

    public override IDuplexPipe Transport { get => inner.Transport; set => inner.Transport = value; }
    public override string ConnectionId { get => inner.ConnectionId; set => inner.ConnectionId = value; }
    public override IFeatureCollection Features => inner.Features;
    public override IDictionary<object, object?> Items { get => inner.Items; set => inner.Items = value; }
    public override CancellationToken ConnectionClosed { get => inner.ConnectionClosed; set => inner.ConnectionClosed = value; }
    public override EndPoint? LocalEndPoint { get => inner.LocalEndPoint; set => inner.LocalEndPoint = value; }
    public override EndPoint? RemoteEndPoint { get => inner.RemoteEndPoint; set => inner.RemoteEndPoint = value; }
    public override void Abort() => inner.Abort();
    public override void Abort(ConnectionAbortedException abortReason) => inner.Abort(abortReason);
}
