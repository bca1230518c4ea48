using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>
/// What somebody asks for, in the imperative. The names below are what clients send as <c>type</c>. Commands without a
/// name here are the server's own and cannot come from a client.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Next), "next")]
[JsonDerivedType(typeof(Back), "back")]
[JsonDerivedType(typeof(End), "end")]
[JsonDerivedType(typeof(Jump), "jump")]
[JsonDerivedType(typeof(Hold), "hold")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Reopen), "reopen")]
[JsonDerivedType(typeof(MoveSegment), "move_segment")]
[JsonDerivedType(typeof(InsertSegment), "insert_segment")]
[JsonDerivedType(typeof(RemoveSegment), "remove_segment")]
[JsonDerivedType(typeof(EditSegment), "edit_segment")]
[JsonDerivedType(typeof(AdjustDuration), "adjust_duration")]
[JsonDerivedType(typeof(SkipSegment), "skip_segment")]
[JsonDerivedType(typeof(UnskipSegment), "unskip_segment")]
[JsonDerivedType(typeof(MoveLaunch), "move_launch")]
[JsonDerivedType(typeof(UndoAct), "undo")]
[JsonDerivedType(typeof(RedoAct), "redo")]
[JsonDerivedType(typeof(ReportReadiness), "report_readiness")]
[JsonDerivedType(typeof(CallLaunch), "call_launch")]
[JsonDerivedType(typeof(ConfirmLaunch), "confirm_launch")]
[JsonDerivedType(typeof(RetractConfirmation), "retract_confirmation")]
[JsonDerivedType(typeof(PostponeLaunch), "postpone_launch")]
[JsonDerivedType(typeof(BringBackLaunch), "bring_back_launch")]
[JsonDerivedType(typeof(TakeBackCall), "take_back_call")]
public abstract record Command;

/// <summary>The names of the commands that clients send, as the attributes above give them.</summary>
public static class CommandNames
{
    private static readonly NamedTypes Names = new(typeof(Command));

    /// <summary>Of every command that this build of the program takes.</summary>
    public static IEnumerable<string> All => Names.All;

    public static string NameOf(Command command) => Names.Of(command);
}

/// <summary>Draft → live; the first segment goes on air.</summary>
public sealed record Start : Command;

public static class TeleconferenceDecider
{
    /// <summary>
    /// Every rule of the show: those of one launch or one site on its slice, those across the show here. Pure: the same state,
    /// command and actor give the same decision.
    /// </summary>
    public static Decision Decide(this Teleconference state, Command command, Actor by) => command switch
    {
        ILaunchCommand c => LaunchDecider.Decide(state.LaunchSlice(c.LaunchId), c, by),
        ISiteCommand c => SiteDecider.Decide(state.SiteSlice(c.SiteId), c, by),
        ReportClockStep c => ClockRules.Decide(state, c, by),
        _ when by.Role != Role.Operator => RefusalCode.NotAllowed,
        Start => OnAirDecider.Start(state),
        IStepCommand c => OnAirDecider.Decide(state, c),
        IVersionCommand c => OrderEditDecider.Decide(state, c),
        IRowCommand c => OrderEditDecider.Decide(state, c),
        MoveLaunch c => OrderEditDecider.Decide(state, c),
        UndoAct c => UndoDecider.Decide(state, c, by),
        RedoAct c => UndoDecider.Decide(state, c, by),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };
}
