namespace IndustrialMap.Live.Grains;

/// <summary>How a command ended: answered, or not, and then why. A value, because what is thrown does not come whole from silo to silo.</summary>
public sealed record Outcome(CommandAnswer? Answer, LedgerFailure? Failure = null);

/// <summary>Why the ledger could not answer. The same command under the same id may be sent again.</summary>
/// <param name="Sentence">What, where and what to do, in English; for the server's own log and for operators.</param>
public sealed record LedgerFailure(LedgerFailureKind Kind, string Sentence);

public enum LedgerFailureKind
{
    /// <summary>The journal could not be read or written.</summary>
    Journal,
    /// <summary>This log cannot be read, or not any further.</summary>
    LogUnreadable,
}
