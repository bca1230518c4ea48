namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>
/// A coordinator on a bad line. While it is cut nothing is asked for and the site counts as gone; what was pressed on the old picture
/// goes out when the line is back, and may be too late.
/// </summary>
internal sealed class DeskCoordinator(Person person, string site, Random random)
{
    /// <summary>Longer than a server waits before it tells the control room.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(8);

    internal int Cuts { get; private set; }

    internal async Task<(Command, string?)?> Next()
    {
        var view = (await person.Read<SiteMessage[]>($"/api/teleconferences/{DeskPlan.Id}/sites/{site}/messages"))[0].View!;
        var press = Press(view);
        if (random.Next(60) > 0) return press is { } command ? (command, site) : null;
        Cuts++;
        await Task.Delay(Cut);
        return (press ?? Late(view), site);
    }

    /// <summary>Says that all is ready, or that something is not; and after a while that it has gone live.</summary>
    private Command? Press(SiteView view)
    {
        foreach (var item in Enum.GetValues<ReadinessItem>())
            if (view.Site.Readiness[item] != true) return new ReportReadiness(site, item, true);
        if (random.Next(40) == 0) return new ReportReadiness(site, (ReadinessItem)random.Next(5), false);
        return random.Next(6) == 0 && view.Launches.FirstOrDefault(launch => launch.State == LaunchState.Called) is { } called
            ? new ConfirmLaunch(called.Id, called.Attempt)
            : null;
    }

    private ConfirmLaunch Late(SiteView view)
    {
        var launch = view.Launches[random.Next(view.Launches.Count)];
        return new(launch.Id, launch.Attempt);
    }
}
