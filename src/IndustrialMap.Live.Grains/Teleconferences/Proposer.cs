using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// How a launch or a site gives its commands: it decides on the slice that it holds and proposes that to the ledger; if the slice
/// was an old one, the ledger sends the new one with its no, and it decides again. Calls may come between each other.
/// </summary>
/// <param name="decide">The rules: pure.</param>
/// <param name="propose">Asks the ledger; without a proposal, for the slice alone.</param>
/// <param name="seqOf">The seq of a slice.</param>
internal sealed class Proposer<TSlice>(
    Func<TSlice?, Command, Actor, Decision> decide, Func<Proposal?, Task<Admission<TSlice>>> propose, Func<TSlice, long> seqOf)
    where TSlice : class
{
    private bool asked;

    /// <summary>As the ledger last told it; null: not asked yet, or there is no such launch or site.</summary>
    internal TSlice? Slice { get; private set; }

    internal async Task<Outcome> Send(CommandEnvelope envelope)
    {
        var (id, command, actor, hash) = envelope;
        if (!asked && (await Ask(null)) is { Failure: not null } failed) return failed;
        while (true)
        {
            var (slice, decision) = (Slice, decide(Slice, command, actor));
            if (await Ask(new(id, hash, actor, slice is null ? null : seqOf(slice), decision)) is { } outcome) return outcome;
        }
    }

    private async Task<Outcome?> Ask(Proposal? proposal)
    {
        var (outcome, slice) = await propose(proposal);
        // Also an older one, as after a backup was restored: the ledger is right.
        if (outcome?.Failure is null) (Slice, asked) = (slice, true);
        return outcome;
    }
}
