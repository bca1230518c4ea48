using System.Data.Common;

namespace IndustrialMap.Live.Journal;

/// <summary>The first place where a log is not as it was sealed, or not as it was known before.</summary>
/// <param name="Seq">The event that does not fit, or the first that is not there.</param>
public sealed record LogDamage(string Stream, long Seq, LogDamageKind Kind)
{
    /// <summary>What, where, and what to do.</summary>
    public string Sentence => $"Log \"{Stream}\": {What}. Keep a copy of the journal as it is, and restore a backup.";

    private string What => Kind switch
    {
        LogDamageKind.Changed => $"event {Seq} does not fit its seal, it was changed or put in, or events before it were taken out",
        LogDamageKind.Missing => $"event {Seq} is missing, though later ones are there",
        LogDamageKind.OutOfOrder => $"event {Seq} stands a second time, or behind a later one",
        LogDamageKind.Cut => $"event {Seq} and what came after it were cut off",
        LogDamageKind.Rewritten => $"event {Seq} has another seal than the one that was kept, the log was written anew there or earlier",
        LogDamageKind.CommandForgotten => $"the command of event {Seq} would be stored a second time, its id was taken out or changed",
        _ => throw new InvalidOperationException($"{Kind}"),
    };
}

public enum LogDamageKind
{
    /// <summary>The event is not what was sealed behind the event before it.</summary>
    Changed,
    /// <summary>There is no event of this seq, but there are later ones.</summary>
    Missing,
    /// <summary>An event comes whose seq is not greater than the one before.</summary>
    OutOfOrder,
    /// <summary>The log ends before a place that it once had.</summary>
    Cut,
    /// <summary>The log fits its own seals, and has another seal at a place that was kept.</summary>
    Rewritten,
    /// <summary>The events are whole, but the journal no longer knows the command of this one as stored.</summary>
    CommandForgotten,
}

/// <summary>A log is not as it was sealed. What was read of it before stands; trying again does not help.</summary>
public sealed class LogDamagedException(LogDamage damage) : DbException(damage.Sentence)
{
    public LogDamage Damage { get; } = damage;
}
