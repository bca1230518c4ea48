using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>Commands being decided, and proposals being admitted, one after the other, each on the state that the one before it leaves.</summary>
/// <param name="answered">What was accepted before, by the command's id.</param>
/// <param name="builds">Which events may be written.</param>
internal sealed class CommandBatch(
    Teleconference state, DateTimeOffset now, IReadOnlyDictionary<string, AnsweredCommand> answered, IClusterBuilds builds)
{
    /// <summary>The state behind the last event decided: no event is folded a second time when it has been stored.</summary>
    internal Teleconference State { get; private set; } = state;
    internal List<EventEnvelope> Events { get; } = [];
    internal List<NewEvent> ToStore { get; } = [];
    internal Dictionary<string, AnsweredCommand> Accepted { get; } = [];

    /// <summary>A command whose rules look across the show.</summary>
    internal CommandAnswer Decide(CommandEnvelope envelope) =>
        Known(envelope.CommandId, envelope.Actor, envelope.Hash)
        ?? Take(envelope.CommandId, envelope.Actor, envelope.Hash, State.Decide(envelope.Command, envelope.Actor));

    /// <summary>What was decided elsewhere, on a slice of the state.</summary>
    /// <param name="sliceSeq">The seq of that slice as it is now.</param>
    /// <returns>Null: it is another slice than the one on which it was decided.</returns>
    internal CommandAnswer? Admit(Proposal proposal, long? sliceSeq) =>
        Known(proposal.CommandId, proposal.Actor, proposal.Hash)
        ?? (proposal.SliceSeq != sliceSeq ? null : Take(proposal.CommandId, proposal.Actor, proposal.Hash, proposal.Decision));

    private CommandAnswer? Known(string id, Actor actor, ReadOnlyMemory<byte> hash)
    {
        if (!Accepted.TryGetValue(id, out var before) && !answered.TryGetValue(id, out before)) return null;
        return before.Judge(actor, hash.Span) is { } code ? new(id, State.Seq, code) : new(id, before.Seq);
    }

    private CommandAnswer Take(string id, Actor actor, ReadOnlyMemory<byte> hash, Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            Record(id, actor, hash, decision.Events);
            return new(id, State.Seq, refusal.Code, refusal.State, refusal.Launches, refusal.ChangedBy);
        }
        var kept = decision.Kept(actor);
        if (!kept.All(builds.CanRead)) return new(id, State.Seq, RefusalCode.UpgradeUnderWay);
        Store(id, actor, hash, kept);
        return new(id, State.Seq);
    }

    /// <summary>
    /// What a refusal leaves in the log: once for each command, under a name that no client's id can have, for the command itself is
    /// decided anew whenever it comes again.
    /// </summary>
    private void Record(string id, Actor actor, ReadOnlyMemory<byte> hash, IReadOnlyList<TeleconferenceEvent> events)
    {
        var name = $"refused/{id}";
        if (Accepted.ContainsKey(name) || answered.ContainsKey(name) || !events.All(builds.CanRead)) return;
        Store(name, actor, hash, events);
    }

    private void Store(string id, Actor actor, ReadOnlyMemory<byte> hash, IReadOnlyList<TeleconferenceEvent> events)
    {
        foreach (var @event in events)
        {
            var stored = new EventEnvelope(State.Seq + 1, now, actor, @event);
            State = State.Apply(stored);
            Events.Add(stored);
            ToStore.Add(EventCodec.Write(id, hash, stored));
        }
        if (events.Count > 0) Accepted[id] = new(actor, hash, State.Seq);
    }
}
