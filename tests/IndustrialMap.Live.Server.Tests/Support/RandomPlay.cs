namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Commands at random, many at once, some of which will be refused.</summary>
internal static class RandomPlay
{
    /// <param name="commands">How many in all.</param>
    /// <param name="atOnce">How many wait for their answers at one time.</param>
    internal static async Task Play(Show show, int seed, int commands, int atOnce = 8)
    {
        var random = new Random(seed);
        foreach (var launch in show.State.Plan!.Launches) await show.Coordinator(launch.Site);
        for (var sent = 0; sent < commands; sent += atOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
            {
                var (siteId, command) = Pick(show.State, random);
                var sender = siteId is null ? show.Operator : await show.Coordinator(siteId);
                var reply = await sender.Send(show.Id, command);
                Assert.True((int)reply.Status < 500, reply.Body);
            }));
        }
    }

    private static (string? SiteId, Command Command) Pick(Teleconference state, Random random)
    {
        var launch = state.Launches[random.Next(state.Launches.Length)];
        var site = state.Plan!.Launches.Single(plan => plan.Id == launch.Id).Site;
        return random.Next(9) switch
        {
            0 => (null, Press.Next(state)),
            1 => (null, Press.Back(state)),
            2 => (site, new ReportReadiness(site, (ReadinessItem)random.Next(5), random.Next(3) > 0)),
            3 or 4 => (null, new CallLaunch(launch.Id)),
            5 or 6 => (site, new ConfirmLaunch(launch.Id)),
            7 => (null, new RetractConfirmation(launch.Id, "Told too early")),
            _ => (null, launch.State == LaunchState.Postponed ? new BringBackLaunch(launch.Id, "Ready after all") : new PostponeLaunch(launch.Id, "Not yet")),
        };
    }
}
