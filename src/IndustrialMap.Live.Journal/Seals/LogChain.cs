namespace IndustrialMap.Live.Journal;

/// <summary>
/// How far a log has been followed: the seq and the whole seal of its newest event that was found to fit the one before. It
/// never changes; following gives the next one. Who folds events follows them first.
/// </summary>
public sealed class LogChain
{
    private LogChain(string stream, long seq, ReadOnlyMemory<byte> seal) => (Stream, Seq, Seal) = (stream, seq, seal);

    public string Stream { get; }

    /// <summary>0 before the first event.</summary>
    public long Seq { get; }

    /// <summary>32 bytes; empty before the first event.</summary>
    public ReadOnlyMemory<byte> Seal { get; }

    public Place Place => Place.At(Seq, Seal.Span);

    /// <summary>Before the first event.</summary>
    public static LogChain Start(string stream) => new(stream, 0, default);

    /// <summary>At an event that is taken as it is, to follow what comes after it.</summary>
    public static LogChain At(RecordedEvent recorded) => At(recorded.Stream, recorded.Seq, recorded.Seal);

    /// <summary>At an event of which no more is known.</summary>
    /// <param name="seal">32 bytes.</param>
    public static LogChain At(string stream, long seq, ReadOnlyMemory<byte> seal) => new(stream, seq, seal);

    /// <summary>The event as it will stand next in this log, numbered and sealed.</summary>
    public RecordedEvent Record(NewEvent e)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(e.At.ToUnixTimeMilliseconds());
        var seal = Journal.Seal.Of(Stream, Seal.Span, Seq + 1, e.CommandId, e.CommandHash.Span, at, e.By.Span, e.Type, e.Data.Span);
        return new(Stream, Seq + 1, e.CommandId, e.CommandHash, at, e.By, e.Type, e.Data, seal);
    }

    /// <summary>The events as they will stand next in this log, in order.</summary>
    public IReadOnlyList<RecordedEvent> RecordAll(IEnumerable<NewEvent> events)
    {
        var (chain, recorded) = (this, new List<RecordedEvent>());
        foreach (var next in events)
        {
            recorded.Add(chain.Record(next));
            chain = At(recorded[^1]);
        }
        return recorded;
    }

    /// <summary>Why this event is not the next one of the log that was followed; null if it is.</summary>
    public LogDamage? Check(RecordedEvent next)
    {
        if (next.Seq <= Seq) return new(Stream, next.Seq, LogDamageKind.OutOfOrder);
        if (next.Seq > Seq + 1) return new(Stream, Seq + 1, LogDamageKind.Missing);
        var seal = Journal.Seal.Of(
            Stream, Seal.Span, next.Seq, next.CommandId, next.CommandHash.Span, next.At, next.By.Span, next.Type, next.Data.Span);
        return next.Seal.Span.SequenceEqual(seal) ? null : new(Stream, next.Seq, LogDamageKind.Changed);
    }

    /// <summary>
    /// Why the log that was followed cannot end here; null if it can. It never ends before what was read of it, nor with another
    /// seal there.
    /// </summary>
    public LogDamage? Check(Place newest) =>
        newest.Seq < Seq ? new(Stream, newest.Seq + 1, LogDamageKind.Cut)
        : newest.Seq == Seq && newest != Place ? new(Stream, Seq, LogDamageKind.Rewritten)
        : null;

    /// <summary>The chain behind these events, each of which must be the next one.</summary>
    /// <exception cref="LogDamagedException">The first one that is not.</exception>
    public LogChain Follow(IEnumerable<RecordedEvent> events)
    {
        var chain = this;
        foreach (var next in events)
        {
            if (chain.Check(next) is { } damage) throw new LogDamagedException(damage);
            chain = At(next);
        }
        return chain;
    }
}
