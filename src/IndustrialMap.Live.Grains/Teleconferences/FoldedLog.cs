using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>All that a ledger needs of its log: the fold, and what was answered under which command's id. For one caller at a time.</summary>
internal sealed class FoldedLog
{
    private readonly Dictionary<string, AnsweredCommand> answered;

    internal FoldedLog() => answered = [];

    /// <summary>A copy: what is taken in by the one is not in the other.</summary>
    internal FoldedLog(FoldedLog other) => (answered, State, Place) = (new(other.answered), other.State, other.Place);

    internal Teleconference State { get; private set; } = Teleconference.Initial;

    /// <summary>The newest event that was taken in.</summary>
    internal Place Place { get; private set; } = Place.Start;

    /// <summary>What was accepted, by the command's id.</summary>
    internal IReadOnlyDictionary<string, AnsweredCommand> Answered => answered;

    /// <param name="events">Those that follow, at least one.</param>
    /// <param name="folded">The fold behind the last of them.</param>
    internal void Take(IReadOnlyList<SealedEvent> events, Teleconference folded)
    {
        foreach (var one in events) answered[one.CommandId] = new(one.Envelope.Actor, one.CommandHash, one.Envelope.Seq);
        (State, Place) = (folded, events[^1].Place);
    }
}
