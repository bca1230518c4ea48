namespace IndustrialMap.Live.Domain;

/// <summary>An event with its place in the log.</summary>
/// <param name="Seq">1, 2, 3 … without a gap.</param>
/// <param name="OccurredAt">UTC, by the server's clock.</param>
public sealed record EventEnvelope(long Seq, DateTimeOffset OccurredAt, Actor Actor, TeleconferenceEvent Event);
