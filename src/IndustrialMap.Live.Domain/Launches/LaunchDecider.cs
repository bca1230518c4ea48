using static IndustrialMap.Live.Domain.Reasons;

namespace IndustrialMap.Live.Domain;

/// <summary>All that the rules of one launch read.</summary>
/// <param name="Seq">The seq of the newest event in it: another seq, another slice.</param>
public sealed record LaunchSlice(long Seq, Phase Phase, PlannedLaunch Plan, Launch Launch);

/// <summary>The rules of a launch. Pure.</summary>
public static class LaunchDecider
{
    /// <param name="slice">Null: the show has no such launch.</param>
    /// <exception cref="InvalidOperationException">The slice is another launch's, or there is no rule for the command.</exception>
    public static Decision Decide(LaunchSlice? slice, ILaunchCommand command, Actor by)
    {
        var bySite = command is ConfirmLaunch && by.Role == Role.Coordinator && slice is not null && by.SiteId == slice.Plan.Site;
        if (!bySite && by.Role != Role.Operator) return RefusalCode.NotAllowed;
        if (slice is null) return RefusalCode.UnknownLaunch;
        if (slice.Launch.Id != command.LaunchId) throw new InvalidOperationException($"A command about {command.LaunchId} is not for {slice.Launch.Id}.");
        var launch = slice.Launch;
        return command switch
        {
            CallLaunch => Call(slice.Phase, launch),
            ConfirmLaunch c => Confirm(launch, c, bySite),
            RetractConfirmation c => WithReason(c.Reason, reason => launch.State == LaunchState.Confirmed
                ? new ConfirmationRetracted(launch.Id, reason)
                : InTheWay(RefusalCode.LaunchNotConfirmed, launch)),
            PostponeLaunch c => WithReason(c.Reason, reason => launch.State switch
            {
                LaunchState.Planned or LaunchState.Called => new LaunchPostponed(launch.Id, reason),
                LaunchState.Postponed => Decision.NothingToDo,
                _ => InTheWay(RefusalCode.LaunchNotPlanned, launch),
            }),
            BringBackLaunch c => WithReason(c.Reason, reason => launch.State == LaunchState.Postponed
                ? new LaunchBroughtBack(launch.Id, reason)
                : InTheWay(RefusalCode.LaunchNotPostponed, launch)),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision Call(Phase phase, Launch launch) => (phase, launch.State) switch
    {
        (Phase.Draft, _) => RefusalCode.NotStarted,
        (Phase.Ended, _) => RefusalCode.AlreadyEnded,
        (_, LaunchState.Called) => Decision.NothingToDo,
        (_, LaunchState.Planned) => new LaunchCalled(launch.Id),
        _ => InTheWay(RefusalCode.LaunchNotPlanned, launch),
    };

    private static Decision Confirm(Launch launch, ConfirmLaunch command, bool bySite)
    {
        if (!bySite && Bad(command.Reason) is { } bad) return bad;
        if (command.Attempt is { } attempt && attempt != launch.Attempt) return RefusalCode.CallSuperseded;
        return launch.State switch
        {
            LaunchState.Confirmed => Decision.NothingToDo,
            LaunchState.Called => new LaunchConfirmed(launch.Id, bySite ? null : Tidy(command.Reason!)),
            _ => InTheWay(RefusalCode.LaunchNotCalled, launch),
        };
    }

    private static Decision InTheWay(RefusalCode code, Launch launch) =>
        new Refusal(code, launch.State.ToString().ToLowerInvariant());
}
