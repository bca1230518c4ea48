namespace IndustrialMap.Live.Journal;

/// <summary>Takes the events of a whole log, one after the other, and finds the first that is not as it was sealed or kept.</summary>
/// <param name="kept">A seal that the log once had.</param>
public sealed class LogVerifier(string stream, KeptSeal? kept = null)
{
    private LogChain chain = LogChain.Start(stream);
    private LogDamage? damage;

    /// <summary>The seq of the newest event that fits.</summary>
    public long Seq => chain.Seq;

    /// <returns>False once there is damage: what comes after it shows nothing.</returns>
    public bool Add(RecordedEvent next)
    {
        if (damage is not null) return false;
        damage = chain.Check(next);
        if (damage is not null) return false;
        chain = LogChain.At(next);
        if (next.Seq == kept?.Seq && !kept.Matches(next)) damage = new(stream, next.Seq, LogDamageKind.Rewritten);
        return damage is null;
    }

    /// <summary>Says that there are no more events.</summary>
    /// <param name="sealedFrom">As in <see cref="StreamHead"/>.</param>
    public LogVerification End(long sealedFrom)
    {
        if (damage is null && chain.Seq < kept?.Seq) damage = new(stream, chain.Seq + 1, LogDamageKind.Cut);
        return new(stream, chain.Seq, Convert.ToHexStringLower(chain.Seal.Span), sealedFrom, kept, damage);
    }
}
