using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>All who read the views of one log, on whichever channel: how many there are, and what each is told each second.</summary>
internal sealed class ViewReaders(TimeProvider clock, Func<DateTimeOffset> heardAt, Action<int> changed)
{
    internal Heartbeat Heartbeat(Place place, Trouble? trouble) => new(place.Seq, place.Seal, clock.GetUtcNow(), heardAt(), trouble);

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
