namespace IndustrialMap.Live.Domain;

/// <summary>The control room's word that the launch is on. Only a called launch can be confirmed.</summary>
public sealed record CallLaunch(string LaunchId) : Command;

/// <summary>
/// The word that the project has gone live: by the site's own coordinator, or by an operator with a reason.
/// It is taken after the end as well, because a line may come back late and nothing confirmed may be lost.
/// </summary>
/// <param name="Attempt">The call that is answered, as the site saw it; null means whichever is open.</param>
public sealed record ConfirmLaunch(string LaunchId, int? Attempt = null, string? Reason = null) : Command;

/// <summary>Takes a confirmation back, with a reason; the launch is called again and can be confirmed again.</summary>
public sealed record RetractConfirmation(string LaunchId, string Reason) : Command;
public sealed record PostponeLaunch(string LaunchId, string Reason) : Command;
public sealed record BringBackLaunch(string LaunchId, string Reason) : Command;

internal static class LaunchDecider
{
    /// <summary>Longest reason, in UTF-16 units.</summary>
    internal const int MaxReasonLength = 500;

    internal static Decision Decide(Teleconference state, CallLaunch command) => state switch
    {
        { Phase: Phase.Draft } => RefusalCode.NotStarted,
        { Phase: Phase.Ended } => RefusalCode.AlreadyEnded,
        _ => state.Launch(command.LaunchId) switch
        {
            null => RefusalCode.UnknownLaunch,
            { State: LaunchState.Called } => Decision.NothingToDo,
            { State: LaunchState.Planned } => new LaunchCalled(command.LaunchId),
            var launch => InTheWay(RefusalCode.LaunchNotPlanned, launch),
        },
    };

    internal static Decision Decide(Teleconference state, ConfirmLaunch command, Actor by)
    {
        var site = state.Plan?.Launches.FirstOrDefault(launch => launch.Id == command.LaunchId)?.Site;
        var bySite = by.Role == Role.Coordinator && site is not null && by.SiteId == site;
        if (!bySite && by.Role != Role.Operator) return RefusalCode.NotAllowed;
        if (state.Launch(command.LaunchId) is not { } launch) return RefusalCode.UnknownLaunch;
        if (!bySite && Bad(command.Reason) is { } bad) return bad;
        if (command.Attempt is { } attempt && attempt != launch.Attempt) return RefusalCode.CallSuperseded;
        return launch.State switch
        {
            LaunchState.Confirmed => Decision.NothingToDo,
            LaunchState.Called => new LaunchConfirmed(launch.Id, bySite ? null : command.Reason!.Trim()),
            _ => InTheWay(RefusalCode.LaunchNotCalled, launch),
        };
    }

    internal static Decision Decide(Teleconference state, RetractConfirmation command) =>
        WithReason(state, command.LaunchId, command.Reason, (launch, reason) => launch.State == LaunchState.Confirmed
            ? new ConfirmationRetracted(launch.Id, reason)
            : InTheWay(RefusalCode.LaunchNotConfirmed, launch));

    internal static Decision Decide(Teleconference state, PostponeLaunch command) =>
        WithReason(state, command.LaunchId, command.Reason, (launch, reason) => launch.State switch
        {
            LaunchState.Planned or LaunchState.Called => new LaunchPostponed(launch.Id, reason),
            LaunchState.Postponed => Decision.NothingToDo,
            _ => InTheWay(RefusalCode.LaunchNotPlanned, launch),
        });

    internal static Decision Decide(Teleconference state, BringBackLaunch command) =>
        WithReason(state, command.LaunchId, command.Reason, (launch, reason) => launch.State == LaunchState.Postponed
            ? new LaunchBroughtBack(launch.Id, reason)
            : InTheWay(RefusalCode.LaunchNotPostponed, launch));

    private static Decision WithReason(Teleconference state, string launchId, string reason, Func<Launch, string, Decision> decide) =>
        state.Launch(launchId) is not { } launch ? RefusalCode.UnknownLaunch
        : Bad(reason) is { } bad ? bad
        : decide(launch, reason.Trim());

    private static RefusalCode? Bad(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? RefusalCode.ReasonRequired
        : reason.Trim().Length > MaxReasonLength ? RefusalCode.ReasonTooLong
        : null;

    private static Decision InTheWay(RefusalCode code, Launch launch) =>
        new Refusal(code, launch.State.ToString().ToLowerInvariant());
}
