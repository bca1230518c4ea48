using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>All who read the views of one log, on whichever channel: how many there are, and what each is told each second.</summary>
internal sealed class ViewReaders(SourceClock time, Action<int> changed)
{
    internal Heartbeat Heartbeat(Place place, ServerCondition server) => new(place.Seq, place.Seal, time.Now, time.HeardAt, server.Trouble, server.ClockApart);

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
