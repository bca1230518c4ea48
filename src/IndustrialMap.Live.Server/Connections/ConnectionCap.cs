using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Connections;

/// <summary>
/// Counts who is connected. A connection takes room while it is open. That of a visitor takes a seat besides, of which there are
/// fewer: whoever is signed in needs none, so that operators and coordinators come in when the house is full.
/// </summary>
internal sealed class ConnectionCap : IDisposable
{
    /// <summary>How long one that asks for nothing may hold room that somebody else waits for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TimeProvider clock;
    private readonly SemaphoreSlim room;
    private int seats;

    /// <exception cref="StartupException">There is no room for a show.</exception>
    public ConnectionCap(IOptions<ServerOptions> options, TimeProvider clock)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Limits = ConnectionLimits.Of(HandleLimit.Read(), HandleLimit.InUse(), memory, options.Value.MaxConnections);
        (this.clock, room, seats) = (clock, new(Limits.Whole), Limits.Visitors);
    }

    internal ConnectionLimits Limits { get; }

    /// <summary>Those that have not asked for anything yet.</summary>
    internal ConcurrentDictionary<CappedConnection, bool> Silent { get; } = new();

    /// <summary>Waits until there is room. Meanwhile those that were silent for too long are let go: else an idle crowd would keep everybody out.</summary>
    internal async Task TakeRoom(CancellationToken cancellationToken)
    {
        while (!await room.WaitAsync(TimeSpan.FromMilliseconds(100), cancellationToken))
            foreach (var silent in Silent.Keys.Where(silent => clock.GetElapsedTime(silent.AcceptedAt) > Patience))
                silent.Abort(new ConnectionAbortedException("Others wait for its room, and it asks for nothing."));
    }

    internal void GiveRoom() => room.Release();

    internal bool TakeSeat()
    {
        if (Interlocked.Decrement(ref seats) >= 0) return true;
        Interlocked.Increment(ref seats);
        return false;
    }

    internal void GiveSeat() => Interlocked.Increment(ref seats);

    public void Dispose() => room.Dispose();
}
