using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>All who read the views of one log, on whichever channel: how many there are, and what each is told each second.</summary>
internal sealed class ViewReaders(SourceClock time, Action<int> changed)
{
    /// <summary>
    /// Of one moment: the server was looked at a moment before, and where the ledger has answered since, no beat says that it is silent and
    /// how young the picture is.
    /// </summary>
    internal Heartbeat Heartbeat(Place place, ServerCondition server)
    {
        var (now, heardAt) = time.Reading;
        var answered = server.Trouble == Trouble.LedgerSilent && now - heardAt <= TeleconferenceFollower.Silence;
        return new(place.Seq, place.Seal, now, heardAt, answered ? null : server.Trouble, server.ClockApart);
    }

    /// <summary>How long a reader that asks again and again, and keeps no stream, counts as there.</summary>
    private static readonly TimeSpan VisitLasts = TimeSpan.FromSeconds(5);

    private long visited;
    private int visiting;

    /// <summary>A reader asks once, and may do so again in a second.</summary>
    internal void Visit()
    {
        Volatile.Write(ref visited, time.Timestamp);
        if (Interlocked.Exchange(ref visiting, 1) == 1) return;
        changed(1);
        _ = Leave();
    }

    private async Task Leave()
    {
        while (VisitLasts - time.Since(Volatile.Read(ref visited)) is { Ticks: > 0 } rest) await time.Wait(rest);
        Volatile.Write(ref visiting, 0);
        changed(-1);
    }

    /// <returns>To be disposed of when the reader goes.</returns>
    internal IDisposable Come()
    {
        changed(1);
        return new Reader(changed);
    }

    private sealed class Reader(Action<int> changed) : IDisposable
    {
        public void Dispose() => changed(-1);
    }
}
