namespace IndustrialMap.Live.Journal;

/// <summary>An event that is to be stored: its name, its JSON (UTF-8), and what its command said of itself.</summary>
/// <param name="CommandId">The client's own id of the command; every event of one command carries the same one.</param>
/// <param name="CommandHash">
/// SHA-256 of the whole command, 32 bytes. Empty: it is the server's own command, or from before hashes were kept.
/// </param>
/// <param name="At">UTC, by the host's clock; kept to the millisecond.</param>
/// <param name="By">Who gave the command, as JSON (UTF-8).</param>
public sealed record NewEvent(
    string CommandId, ReadOnlyMemory<byte> CommandHash, DateTimeOffset At, ReadOnlyMemory<byte> By, string Type, ReadOnlyMemory<byte> Data);

/// <summary>An event as it stands in the log.</summary>
/// <param name="Seq">1, 2, 3 … within its stream, without a gap.</param>
/// <param name="CommandHash">As in <see cref="NewEvent"/>.</param>
/// <param name="Seal">SHA-256 over the seal before and all that is stored of this event, 32 bytes: see <see cref="Journal.Seal"/>.</param>
public sealed record RecordedEvent(
    string Stream, long Seq, string CommandId, ReadOnlyMemory<byte> CommandHash, DateTimeOffset At, ReadOnlyMemory<byte> By, string Type,
    ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Seal)
{
    public Place Place => Place.At(Seq, Seal.Span);
}

/// <summary>The newest event of a stream.</summary>
/// <param name="At">The event's own time, UTC.</param>
/// <param name="SealedFrom">
/// The seq from which seals are as old as their events: 1 for a log that was sealed from its start, N + 1 for one whose first N
/// events were there before seals were, and were sealed together later. For those, seals show only what happened after that day.
/// </param>
public sealed record StreamHead(string Stream, long Seq, ReadOnlyMemory<byte> Seal, DateTimeOffset At, long SealedFrom)
{
    public Place Place => Place.At(Seq, Seal.Span);
}
