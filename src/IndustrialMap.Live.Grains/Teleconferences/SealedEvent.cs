using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>An event of a log with its seal, and the command that it came from.</summary>
/// <param name="Seal">32 bytes.</param>
/// <param name="CommandHash">SHA-256 of the whole command; empty for one from before hashes were kept.</param>
public sealed record SealedEvent(EventEnvelope Envelope, ReadOnlyMemory<byte> Seal, string CommandId, ReadOnlyMemory<byte> CommandHash)
{
    [JsonIgnore]
    public Place Place => Place.At(Envelope.Seq, Seal.Span);
}

/// <summary>What the ledger has behind a place of its log.</summary>
/// <param name="Events">In order; empty: the place is the newest. Null: this log does not have that place.</param>
/// <param name="Failure">The ledger could not look.</param>
/// <param name="At">The ledger's time, UTC, by which the show's events are dated.</param>
public sealed record EventsAfter(IReadOnlyList<SealedEvent>? Events, LedgerFailure? Failure = null, DateTimeOffset At = default);
