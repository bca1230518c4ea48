using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>An event as it stands in the journal, and as the rules read it.</summary>
public sealed record ReadEvent(RecordedEvent Recorded, EventEnvelope Envelope);

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

    /// <summary>What was stored by whoever has read and stored it through this reader.</summary>
    internal void Skip(RecordedEvent newest) => Chain = LogChain.At(newest);

    /// <exception cref="LogDamagedException">The log is not the one that was read, or is damaged; nothing is taken in.</exception>
    /// <exception cref="LogUnreadableException">It holds what this version does not know; nothing is taken in.</exception>
    /// <exception cref="System.Data.Common.DbException">The journal cannot be read.</exception>
    public async Task<IReadOnlyList<ReadEvent>> ReadOn()
    {
        var missed = await journal.Read(id, Chain.Seq);
        if (missed.Count == 0) return [];
        var followed = Chain.Follow(missed);
        ReadEvent[] events = [.. missed.Select(Read)];
        Chain = followed;
        return events;
    }

    /// <summary>At most a thousand events behind a place; null: this log does not have that place.</summary>
    internal async Task<IReadOnlyList<ReadEvent>?> After(Place place)
    {
        if (place.Seq == 0) return [.. (await journal.Read(id, 0, RecentEvents.MaxAnswered)).Select(Read)];
        var events = await journal.Read(id, place.Seq - 1, RecentEvents.MaxAnswered + 1);
        return events.Count > 0 && events[0].Place == place ? [.. events.Skip(1).Select(Read)] : null;
    }

    private ReadEvent Read(RecordedEvent recorded) =>
        new(recorded, LogUnreadableException.Guard(recorded, () => EventCodec.Read(recorded, upcaster ?? EventUpcaster.Today)));
}
