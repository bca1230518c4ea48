using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>Where the events of one log come from: whoever writes it, wherever that is.</summary>
public interface IEventSource
{
    /// <summary>The most events of one answer: fewer are all there are.</summary>
    const int MaxEvents = 1000;

    /// <param name="cursor">The place up to which the log was followed.</param>
    /// <param name="wait">How long to wait for an event if there is none.</param>
    /// <exception cref="Exception">The source cannot be asked now; what was followed stays as it is, and its age tells.</exception>
    Task<FollowedEvents> After(Place cursor, TimeSpan wait);
}

/// <param name="Events">
/// The events behind the cursor, in order, at most <see cref="IEventSource.MaxEvents"/>; none: it is the newest place. Null: the log does
/// not have that place.
/// </param>
/// <param name="At">The source's time, UTC, by which its events are dated.</param>
public sealed record FollowedEvents(IReadOnlyList<FollowedEvent>? Events, DateTimeOffset At);

/// <param name="Seal">32 bytes.</param>
public sealed record FollowedEvent(EventEnvelope Envelope, ReadOnlyMemory<byte> Seal)
{
    public Place Place => Place.At(Envelope.Seq, Seal.Span);
}
