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
    /// <summary>The command does not say which step its sender saw, as a page of an older build does not.</summary>
    StepMissing,
    /// <summary>The command does not say which version of the order or of the row its sender saw.</summary>
    VersionMissing,
    /// <summary>Another segment comes next than the one that the sender means: the order was changed.</summary>
    NextChanged,
    /// <summary>Launches are open that the sender did not name.</summary>
    LaunchesOpen,
    /// <summary>The teleconference has not ended: there is no end to take back.</summary>
    NotEnded,
    /// <summary>Segments were moved, inserted or removed since the sender looked.</summary>
    OrderChanged,
    /// <summary>The row was changed since the sender looked.</summary>
    RowChanged,
    /// <summary>The segment is on air: it can be neither removed nor skipped.</summary>
    SegmentOnAir,
    /// <summary>Launches stand in the segment: they are to be moved first.</summary>
    SegmentHoldsLaunches,
    /// <summary>A show has one segment at least.</summary>
    OnlySegment,
    TooManySegments,
    /// <summary>A planned duration is 1 second to 24 hours.</summary>
    DurationOutOfRange,
    /// <summary>A segment without a site and without launches needs a title.</summary>
    TitleRequired,
    TextTooLong,
    /// <summary>A text holds control characters or marks that turn the direction of writing.</summary>
    TextUnreadable,
    /// <summary>The launch belongs to another site than the segment.</summary>
    LaunchOfAnotherSite,
    /// <summary>The launch stands in another segment than the sender saw it in.</summary>
    LaunchElsewhere,
    /// <summary>The launch is in another state, or at another attempt, than the sender saw.</summary>
    LaunchChanged,
    /// <summary>The sender has done nothing that can be undone, or something else last than the command names.</summary>
    NothingToUndo,
    NothingToRedo,
    /// <summary>Somebody else has changed the same since: it is not undone over them.</summary>
    ChangedSince,
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
/// <param name="State">The state that stood in the way, where one did: a launch's state, or a segment, as the one on air.</param>
/// <param name="Launches">The launches that stood in the way.</param>
/// <param name="ChangedBy">The seq of the event that made what the sender saw an old picture.</param>
public sealed record Refusal(RefusalCode Code, string? State = null, IReadOnlyList<string>? Launches = null, long? ChangedBy = null);

/// <summary>
/// The answer of Decide: the events to store (none, if everything is so already), or a refusal. A refusal may leave an event as well,
/// which says that it was: it does not answer the command.
/// </summary>
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
