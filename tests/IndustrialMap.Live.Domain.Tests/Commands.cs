namespace IndustrialMap.Live.Domain.Tests;

/// <summary>One of each command, about one site, one launch and one segment.</summary>
internal static class Commands
{
    public const string Reason = "The line to the site is down";

    public static Command[] All(string site, string launch, string onAir) =>
    [
        new Start(), new Next(onAir), new Back(onAir), new End(onAir),
        new ReportReadiness(site, ReadinessItem.Sound, true), new ReportLink(site, true), new RenewInvitation(site), new ReportClockStep(10_800_000),
        new CallLaunch(launch), new ConfirmLaunch(launch, null, Reason), new RetractConfirmation(launch, Reason),
        new PostponeLaunch(launch, Reason), new BringBackLaunch(launch, Reason),
    ];

    /// <summary>Every command that the assembly has, so that a new one cannot be left out of the tests.</summary>
    public static IEnumerable<Type> Types => typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command)));
}
