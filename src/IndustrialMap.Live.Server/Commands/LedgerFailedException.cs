using System.Data.Common;
using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Commands;

/// <summary>The ledger answered that it could not: its journal failed, or its log cannot be read. Send the same again.</summary>
public sealed class LedgerFailedException(LedgerFailure failure) : DbException(failure.Sentence)
{
    public LedgerFailureKind Kind => failure.Kind;
}

/// <summary>
/// Nobody answered whether the command was stored. It is safe to send again, under the same id: if it was, it is answered the same.
/// </summary>
public sealed class OutcomeUnknownException(Exception cause) : Exception("Whether the command was stored is not known.", cause);
