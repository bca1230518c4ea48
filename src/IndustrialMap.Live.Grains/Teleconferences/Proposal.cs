using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>What a launch or a site has decided about a command, for the ledger to admit.</summary>
/// <param name="SliceSeq">The seq of the slice on which it decided; null: there is no such launch or site.</param>
/// <param name="Hash">As in <see cref="CommandEnvelope"/>.</param>
public sealed record Proposal(string CommandId, ReadOnlyMemory<byte> Hash, Actor Actor, long? SliceSeq, Decision Decision)
{
    /// <exception cref="InvalidOperationException">It has other events than the proposer's own.</exception>
    internal void OnlyOf<TEvent>(Func<TEvent, bool> isOwn)
    {
        foreach (var @event in Decision.Events)
            if (@event is not TEvent own || !isOwn(own)) throw new InvalidOperationException($"{@event} is not the proposer's to propose.");
    }
}

/// <summary>How a proposal ended.</summary>
/// <param name="Outcome">Null: the slice has changed since, and nothing was stored. Decide again on this one.</param>
/// <param name="Slice">As it is now; null: there is no such launch or site.</param>
public sealed record Admission<TSlice>(Outcome? Outcome, TSlice? Slice) where TSlice : class;
