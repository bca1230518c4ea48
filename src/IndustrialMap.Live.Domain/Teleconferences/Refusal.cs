namespace IndustrialMap.Live.Domain;

/// <summary>Why a command was refused. Screens say each one in the reader's language under the same name.</summary>
public enum RefusalCode
{
    /// <summary>The role, or the coordinator's site, does not allow this command.</summary>
    NotAllowed,
    UnknownSegment,
    UnknownSite,
    UnknownLaunch,
    /// <summary>The teleconference has not started.</summary>
    NotStarted,
    AlreadyStarted,
    AlreadyEnded,
    /// <summary>Another segment is on air than the command names: somebody else was first.</summary>
    OnAirMoved,
    /// <summary>The last segment is on air: there is nothing to go to but the end.</summary>
    NothingNext,
    /// <summary>The first segment is on air: there is nothing to step back to.</summary>
    NothingBefore,
    LaunchNotPlanned,
    LaunchNotCalled,
    LaunchNotConfirmed,
    LaunchNotPostponed,
    /// <summary>The confirmation answers an earlier call, which has since been retracted or postponed.</summary>
    CallSuperseded,
    /// <summary>There is none, or one without a single letter or digit.</summary>
    ReasonRequired,
    ReasonTooLong,
    /// <summary>The reason holds something that cannot be seen, or that turns the direction of writing.</summary>
    ReasonUnreadable,
    /// <summary>The command's id was used before, for another command. Nothing was stored; a new command needs an id of its own.</summary>
    CommandIdReused,
    /// <summary>
    /// What the command does is new, and a server of the cluster is of a build that could not read it. Once every server has been
    /// replaced it is possible.
    /// </summary>
    UpgradeUnderWay,
}

/// <summary>A refusal that users can meet: a value, not an exception.</summary>
/// <param name="State">The state that stood in the way, where one did: a launch's state, or the segment on air.</param>
public sealed record Refusal(RefusalCode Code, string? State = null);

/// <summary>The answer of Decide: the events to store (none, if everything is so already), or a refusal.</summary>
public sealed record Decision(IReadOnlyList<TeleconferenceEvent> Events, Refusal? Refusal = null)
{
    /// <summary>Accepted, and nothing has to change: what the command asks for is so already.</summary>
    public static readonly Decision NothingToDo = new([]);

    /// <summary>
    /// What the log keeps of an accepted command. Where there was nothing to do it keeps that the command was answered, so
    /// that its id can never do something later; the server's own commands have no sender who would repeat them.
    /// </summary>
    public IReadOnlyList<TeleconferenceEvent> Kept(Actor actor) =>
        Refusal is null && Events.Count == 0 && actor.Role != Role.Server ? [new CommandAnswered()] : Events;

    public static implicit operator Decision(TeleconferenceEvent @event) => new([@event]);
    public static implicit operator Decision(Refusal refusal) => new([], refusal);
    public static implicit operator Decision(RefusalCode code) => new Refusal(code);
}
