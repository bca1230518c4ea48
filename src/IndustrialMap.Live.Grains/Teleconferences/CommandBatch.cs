using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>A batch of commands being decided one after the other, each on the state that the one before it leaves.</summary>
internal sealed class CommandBatch(Teleconference state, DateTimeOffset now)
{
    private readonly Dictionary<string, (Actor By, long Seq)> decided = [];

    internal Teleconference State { get; private set; } = state;
    internal List<(string CommandId, EventEnvelope Happened)> Events { get; } = [];

    internal CommandAnswer Decide(CommandEnvelope envelope, Actor by, IReadOnlyDictionary<string, (Actor By, long Seq)> answered)
    {
        var id = envelope.CommandId;
        if (answered.TryGetValue(id, out var before) || decided.TryGetValue(id, out before))
        {
            // The same person's second sending is answered the same; somebody else's use of the id tells nothing.
            return before.By.Role == by.Role && before.By.SiteId == by.SiteId
                ? new(id, before.Seq)
                : new(id, State.Seq, RefusalCode.NotAllowed);
        }
        var decision = State.Decide(envelope.Command, by, now);
        if (decision.Refusal is { } refusal) return new(id, State.Seq, refusal.Code, refusal.State);
        foreach (var what in decision.Events)
        {
            var stored = new EventEnvelope(State.Seq + 1, now, by, what);
            State = State.Apply(stored);
            Events.Add((id, stored));
        }
        if (decision.Events.Count > 0) decided[id] = (by, State.Seq);
        return new(id, State.Seq);
    }
}
