namespace IndustrialMap.Live.Domain.Tests;

/// <summary>One of each command, about one site, one launch and one segment.</summary>
internal static class Commands
{
    public const string Reason = "The line to the site is down";

    public static Command[] All(string site, string launch, string segment) =>
    [
        new Start(), new Next(0, segment), new Jump(0, segment), new Back(0), new Hold(0), new Resume(0), new End(0), new Reopen(0, Reason),
        new MoveSegment(0, segment, null), new InsertSegment(0, SegmentKind.Pause, new Text("Pause"), 60, null, null, null),
        new RemoveSegment(0, segment), new EditSegment(0, segment, SegmentKind.Pause, new Text("Pause"), 60, null, null),
        new AdjustDuration(0, segment, 30), new SkipSegment(0, segment), new UnskipSegment(0, segment), new MoveLaunch(launch, null, segment),
        new UndoAct(1), new RedoAct(1),
        new ReportReadiness(site, ReadinessItem.Sound, true), new ReportLink(site, true), new RenewInvitation(site), new ReportClockStep(10_800_000),
        new CallLaunch(launch), new ConfirmLaunch(launch, null, Reason), new RetractConfirmation(launch, Reason),
        new PostponeLaunch(launch, Reason), new BringBackLaunch(launch, Reason), new TakeBackCall(launch, 1),
        new ReportOverdue(launch, 1, DateTimeOffset.UnixEpoch),
    ];

    /// <summary>Every command that the assembly has, so that a new one cannot be left out of the tests.</summary>
    public static IEnumerable<Type> Types => typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)));
}
