using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>The newest events of a log, kept for those who follow it, so that hardly anybody has to be given them from the disk.</summary>
internal sealed class RecentEvents
{
    /// <summary>The most that are given at once.</summary>
    internal const int MaxAnswered = 1000;

    private const int MinKept = 1024;

    private readonly List<SealedEvent> events = [];
    private Place before = Place.Start;

    /// <summary>Nothing is kept that is before that place.</summary>
    internal void BeginAt(Place place) => before = place;

    internal void Add(IEnumerable<SealedEvent> newer)
    {
        events.AddRange(newer);
        // Not one by one: what is taken away at the front moves all that stays.
        if (events.Count <= 2 * MinKept) return;
        var over = events.Count - MinKept;
        before = events[over - 1].Place;
        events.RemoveRange(0, over);
    }

    /// <returns>Null: the place is not among those kept.</returns>
    internal IReadOnlyList<SealedEvent>? After(Place place)
    {
        var behind = place.Seq - before.Seq;
        if (behind < 0 || behind > events.Count) return null;
        var held = behind == 0 ? before : events[(int)behind - 1].Place;
        return held == place ? [.. events.Skip((int)behind).Take(MaxAnswered)] : null;
    }
}
