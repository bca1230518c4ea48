namespace IndustrialMap.Live.Journal;

/// <summary>What reading a whole log has shown.</summary>
/// <param name="Seq">How many events fit their seals, from the first on.</param>
/// <param name="Seal">The seal of the newest of them, 64 hex digits: what to keep. Empty if there is none.</param>
/// <param name="SealedFrom">As in <see cref="StreamHead"/>.</param>
/// <param name="Kept">The seal that the log had to have, if one was given.</param>
/// <param name="Damage">The first event that is not as it was; null if the log is whole.</param>
public sealed record LogVerification(string Stream, long Seq, string Seal, long SealedFrom, KeptSeal? Kept, LogDamage? Damage)
{
    /// <summary>Reads a log to its end, or to the first damage.</summary>
    public static async Task<LogVerification> Of(
        string stream, long sealedFrom, IAsyncEnumerable<RecordedEvent> events, KeptSeal? kept = null,
        CancellationToken cancellationToken = default)
    {
        var verifier = new LogVerifier(stream, kept);
        await foreach (var next in events.WithCancellation(cancellationToken))
            if (!verifier.Add(next)) break;
        return verifier.End(sealedFrom);
    }

    /// <summary>In English, for a person who keeps watch.</summary>
    public string Sentence => Damage?.Sentence ?? string.Join(' ', Findings());

    private IEnumerable<string> Findings()
    {
        yield return Seq == 0
            ? $"Log \"{Stream}\" has no events."
            : $"Log \"{Stream}\" is whole: {Seq} events, the newest is {Seq}-{Seal}.";
        if (Kept is not null) yield return $"It still has the seal that was kept, {Kept}.";
        if (SealedFrom > 1)
            yield return $"Events 1 to {SealedFrom - 1} are older than seals and were sealed together later: " +
                "that they were not changed before that day is not shown.";
    }
}
