using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>Commands being decided one after the other, each on the state that the one before it leaves.</summary>
/// <param name="answered">What was accepted before, by the command's id.</param>
internal sealed class CommandBatch(Teleconference state, DateTimeOffset now, IReadOnlyDictionary<string, AnsweredCommand> answered)
{
    /// <summary>The state behind the last event decided: no event is folded a second time when it has been stored.</summary>
    internal Teleconference State { get; private set; } = state;
    internal List<EventEnvelope> Events { get; } = [];
    internal List<NewEvent> ToStore { get; } = [];
    internal Dictionary<string, AnsweredCommand> Accepted { get; } = [];

    internal CommandAnswer Decide(CommandEnvelope envelope)
    {
        var (id, command, actor, hash) = envelope;
        if (Accepted.TryGetValue(id, out var before) || answered.TryGetValue(id, out before))
            return before.Judge(actor, hash.Span) is { } code ? new(id, State.Seq, code) : new(id, before.Seq);
        var decision = State.Decide(command, actor);
        if (decision.Refusal is { } refusal) return new(id, State.Seq, refusal.Code, refusal.State);
        var kept = decision.Kept(actor);
        foreach (var @event in kept)
        {
            var stored = new EventEnvelope(State.Seq + 1, now, actor, @event);
            State = State.Apply(stored);
            Events.Add(stored);
            ToStore.Add(EventCodec.Write(envelope, stored));
        }
        if (kept.Count > 0) Accepted[id] = new(actor, hash, State.Seq);
        return new(id, State.Seq);
    }
}
