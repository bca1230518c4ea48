using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>An event as it stands in the journal, and as the rules read it.</summary>
public sealed record ReadEvent(RecordedEvent Recorded, EventEnvelope Envelope)
{
    /// <summary>As it is told to those who follow the log.</summary>
    public SealedEvent Sealed => Recorded.With(Envelope);
}

internal static class RecordedEvents
{
    internal static SealedEvent With(this RecordedEvent stored, EventEnvelope envelope) => new(envelope, stored.Seal, stored.CommandId, stored.CommandHash);
}

public static class FoldedEvents
{
    /// <exception cref="LogUnreadableException">Names the event that does not fit the state before it.</exception>
    public static Teleconference Fold(this IEnumerable<ReadEvent> events, Teleconference state) => events.Aggregate(
        state, (before, read) => LogUnreadableException.Guard(read.Recorded, () => before.Apply(read.Envelope)));
}

/// <summary>Reads one log on from where it was read to, each event checked by its seal.</summary>
public sealed class LogReader(IJournal journal, string id, EventUpcaster? upcaster = null)
{
    /// <summary>How far the log was read.</summary>
    public LogChain Chain { get; private set; } = LogChain.Start(id);

    /// <summary>Read from here on: whoever uses this reader has that event, and all before it.</summary>
    internal void Skip(RecordedEvent newest) => Chain = LogChain.At(newest);

    /// <exception cref="LogDamagedException">The log is not the one that was read, or is damaged; nothing is taken in.</exception>
    /// <exception cref="LogUnreadableException">It holds what this version does not know; nothing is taken in.</exception>
    /// <exception cref="System.Data.Common.DbException">The journal cannot be read.</exception>
    public async Task<IReadOnlyList<ReadEvent>> ReadOn()
    {
        var missed = await Missed();
        if (missed.Count > 0) Skip(missed[^1].Recorded);
        return missed;
    }

    /// <summary>What there is behind what was read: it counts as read when whoever takes it in says so (<see cref="Skip"/>).</summary>
    /// <inheritdoc cref="ReadOn" path="/exception"/>
    internal async Task<IReadOnlyList<ReadEvent>> Missed()
    {
        var missed = await journal.Read(id, Chain.Seq);
        Chain.Follow(missed);
        return [.. missed.Select(Read)];
    }

    /// <summary>The same for who has read up to a place elsewhere.</summary>
    /// <returns>The event at that place, and those behind it; null: this log does not have that place.</returns>
    /// <inheritdoc cref="ReadOn" path="/exception"/>
    internal async Task<ReadEvent[]?> From(Place place)
    {
        if (await Behind(place, int.MaxValue) is not { } events) return null;
        LogChain.At(events[0]).Follow(events.Skip(1));
        return [.. events.Select(Read)];
    }

    /// <summary>At most a thousand events behind a place; null: this log does not have that place.</summary>
    internal async Task<IReadOnlyList<ReadEvent>?> After(Place place)
    {
        if (place.Seq == 0) return [.. (await journal.Read(id, 0, RecentEvents.MaxAnswered)).Select(Read)];
        return await Behind(place, RecentEvents.MaxAnswered + 1) is { } events ? [.. events.Skip(1).Select(Read)] : null;
    }

    /// <returns>The event at that place first; null: this log does not have that place.</returns>
    private async Task<IReadOnlyList<RecordedEvent>?> Behind(Place place, int limit)
    {
        var events = await journal.Read(id, place.Seq - 1, limit);
        return events.Count > 0 && events[0].Place == place ? events : null;
    }

    private ReadEvent Read(RecordedEvent recorded) =>
        new(recorded, LogUnreadableException.Guard(recorded, () => EventCodec.Read(recorded, upcaster ?? EventUpcaster.Today)));
}
