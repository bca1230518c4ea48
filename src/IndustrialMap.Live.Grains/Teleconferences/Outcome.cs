using System.Data.Common;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// How a command ended: answered, or not, and then why. A value, because what is thrown does not come whole from silo to silo.
/// </summary>
public sealed record Outcome(CommandAnswer? Answer, LedgerFailure? Failure = null);

/// <summary>
/// Why the ledger could not answer. Whether anything was stored is not known; the same command under the same id may be sent again.
/// </summary>
/// <param name="Sentence">What, where and what to do, in English; for the server's own log and for operators.</param>
public sealed record LedgerFailure(LedgerFailureKind Kind, string Sentence)
{
    /// <returns>Null: it is no failure of a journal or a log, but a fault of the program.</returns>
    internal static LedgerFailure? Of(Exception failure) => failure switch
    {
        LogDamagedException or LogUnreadableException => new(LedgerFailureKind.LogUnreadable, failure.Message),
        DbException or IOException or ObjectDisposedException => new(LedgerFailureKind.Journal, failure.Message),
        _ => null,
    };
}

public enum LedgerFailureKind
{
    /// <summary>The journal could not be read or written.</summary>
    Journal,
    /// <summary>This log cannot be read, or not any further.</summary>
    LogUnreadable,
    /// <summary>The journal has no log of that name.</summary>
    NoLog,
}
