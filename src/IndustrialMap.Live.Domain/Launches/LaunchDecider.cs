using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>All that the rules of one launch read.</summary>
/// <param name="Seq">The seq of the newest event in it: another seq, another slice.</param>
/// <param name="ConfirmationSeconds">How long an open call may stay without its confirmation.</param>
public sealed record LaunchSlice(
    long Seq, Phase Phase, PlannedLaunch Plan, Launch Launch, int ConfirmationSeconds = TeleconferencePlan.UsualConfirmationSeconds)
{
    /// <summary>Until when an open call is to be confirmed, UTC; null: none is open, or everybody was told already.</summary>
    [JsonIgnore]
    public DateTimeOffset? ConfirmBy => Launch is { State: LaunchState.Called, Overdue: false }
        ? Launch.ChangedAt?.AddSeconds(ConfirmationSeconds)
        : null;
}

/// <summary>The rules of a launch. Pure.</summary>
public static class LaunchDecider
{
    /// <param name="slice">Null: the show has no such launch.</param>
    /// <exception cref="InvalidOperationException">The slice is another launch's, or there is no rule for the command.</exception>
    public static Decision Decide(LaunchSlice? slice, ILaunchCommand command, Actor by)
    {
        var bySite = command is ConfirmLaunch && by.Role == Role.Coordinator && slice is not null && by.SiteId == slice.Plan.Site;
        var byServer = command is ReportOverdue && by.Role == Role.Server;
        if (!bySite && !byServer && (by.Role != Role.Operator || command is ReportOverdue)) return RefusalCode.NotAllowed;
        if (slice is null) return RefusalCode.UnknownLaunch;
        if (slice.Launch.Id != command.LaunchId) throw new InvalidOperationException($"A command about {command.LaunchId} is not for {slice.Launch.Id}.");
        var launch = slice.Launch;
        return command switch
        {
            CallLaunch c => Call(slice.Phase, launch, c),
            TakeBackCall c => TakeBack(launch, c),
            ConfirmLaunch c => Confirm(launch, c, bySite),
            ReportOverdue c => slice.Seq == c.SliceSeq && slice.ConfirmBy <= c.At
                ? new ConfirmationOverdue(launch.Id, launch.Attempt)
                : Decision.NothingToDo,
            RetractConfirmation c => Reasons.WithReason(c.Reason, reason => launch.State != LaunchState.Confirmed
                ? InTheWay(RefusalCode.LaunchNotConfirmed, launch)
                : IsAnother(c.Attempt, launch) ? InTheWay(RefusalCode.LaunchChanged, launch)
                : new ConfirmationRetracted(launch.Id, reason)),
            PostponeLaunch c => Reasons.WithReason(c.Reason, reason => Postpone(launch, c, reason)),
            BringBackLaunch c => Reasons.WithReason(c.Reason, reason => launch.State == LaunchState.Postponed
                ? new LaunchBroughtBack(launch.Id, reason)
                : InTheWay(RefusalCode.LaunchNotPostponed, launch)),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision Call(Phase phase, Launch launch, CallLaunch command) => (phase, launch.State) switch
    {
        (Phase.Draft, _) => RefusalCode.NotStarted,
        (Phase.Ended, _) => RefusalCode.AlreadyEnded,
        (_, LaunchState.Called) => Decision.NothingToDo,
        (_, LaunchState.Planned) => IsAnother(command.Attempt, launch)
            ? InTheWay(RefusalCode.LaunchChanged, launch)
            : new LaunchCalled(launch.Id),
        _ => InTheWay(RefusalCode.LaunchNotPlanned, launch),
    };

    private static Decision TakeBack(Launch launch, TakeBackCall command) =>
        command.Attempt != launch.Attempt ? RefusalCode.CallSuperseded
        : launch.State switch
        {
            LaunchState.Called => new CallTakenBack(launch.Id),
            LaunchState.Planned => Decision.NothingToDo,
            _ => InTheWay(RefusalCode.LaunchNotCalled, launch),
        };

    private static Decision Postpone(Launch launch, PostponeLaunch command, string reason) => launch.State switch
    {
        LaunchState.Postponed => Decision.NothingToDo,
        LaunchState.Confirmed => InTheWay(RefusalCode.LaunchNotPlanned, launch),
        _ when (command.State ?? launch.State) != launch.State || IsAnother(command.Attempt, launch) =>
            InTheWay(RefusalCode.LaunchChanged, launch),
        _ => new LaunchPostponed(launch.Id, reason),
    };

    private static Decision Confirm(Launch launch, ConfirmLaunch command, bool bySite)
    {
        if (!bySite && Reasons.Bad(command.Reason) is { } bad) return bad;
        if (IsAnother(command.Attempt, launch)) return Refused(RefusalCode.CallSuperseded, launch, bySite);
        return launch.State switch
        {
            LaunchState.Confirmed => Decision.NothingToDo,
            LaunchState.Called => new LaunchConfirmed(launch.Id, bySite ? null : Reasons.Tidy(command.Reason!)),
            _ => Refused(RefusalCode.LaunchNotCalled, launch, bySite),
        };
    }

    /// <summary>A site that believes that it has gone live is somebody whom the control room must know of.</summary>
    private static Decision Refused(RefusalCode code, Launch launch, bool bySite)
    {
        var refusal = code == RefusalCode.CallSuperseded ? new Refusal(code) : Stood(code, launch);
        return new(bySite ? [new ConfirmationRefused(launch.Id, code)] : [], refusal);
    }

    private static bool IsAnother(int? attempt, Launch launch) => attempt is { } seen && seen != launch.Attempt;

    private static Decision InTheWay(RefusalCode code, Launch launch) => Stood(code, launch);

    private static Refusal Stood(RefusalCode code, Launch launch) => new(code, launch.State.ToString().ToLowerInvariant());
}
