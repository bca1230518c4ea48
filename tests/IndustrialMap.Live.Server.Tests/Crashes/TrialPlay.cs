using System.Numerics;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>What people do while servers die under them, and what must hold then.</summary>
internal static class TrialPlay
{
    /// <summary>Reports readiness, and presses Confirm now and then.</summary>
    internal static Task<(Command, string?)?> Coordinate(LaunchRow launch) => Task.FromResult<(Command, string?)?>((
        Random.Shared.Next(20) == 0
            ? new ConfirmLaunch(launch.Id)
            : new ReportReadiness(launch.SiteId, (ReadinessItem)Random.Shared.Next(5), Random.Shared.Next(4) > 0),
        launch.SiteId));

    /// <summary>
    /// Starts, calls every launch, takes back some that were confirmed, and steps forth and back. The autopilot alone would
    /// wait with the start until every site of the first segments is ready, which these sites rarely are for long.
    /// </summary>
    internal static async Task<(Command, string?)?> Operate(Person operator_, string id)
    {
        var view = await operator_.Control(id);
        if (view.Header.Phase == Phase.Draft) return (new Start(), null);
        if (view.Header.OnAir is null) return null;
        var launch = view.Launches[Random.Shared.Next(view.Launches.Count)];
        return (launch.State switch
        {
            LaunchState.Planned => new CallLaunch(launch.Id),
            LaunchState.Confirmed when Random.Shared.Next(30) == 0 => new RetractConfirmation(launch.Id, "Tried in the crash trial"),
            _ => Random.Shared.Next(2) == 0 ? Presses.Next(view) : Presses.Back(view),
        }, null);
    }

    private static (BigInteger, int) Plain(Sum sum) => (sum.Value ?? 0, sum.NotStated);

    /// <summary>The log has no gap, every answered command once and where it was answered, and what the screens show is its recount.</summary>
    /// <returns>The types of the events there are.</returns>
    internal static async Task<HashSet<string?>> IsWhole(Person operator_, string id, KeyValuePair<string, long>[] answered)
    {
        var log = await Log(operator_, id);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(logged => logged.Seq));
        var stored = log.ToLookup(logged => logged.CommandId, logged => logged.Seq);
        Assert.All(answered, command => Assert.Equal(command.Value, Assert.Single(stored[command.Key])));

        var view = await operator_.Control(id);
        log.AddRange(await operator_.Log(id, log[^1].Seq));
        var (projects, tenge, jobs) = PlainCount.Of(log.Where(logged => logged.Seq <= view.Seq));
        var today = view.Totals.Today;
        Assert.Equal((projects, tenge, jobs), (today.Projects, Plain(today.Tenge), Plain(today.Jobs)));
        return [.. log.Select(logged => logged.Event.GetProperty("type").GetString())];
    }

    /// <summary>All of it, page by page.</summary>
    internal static async Task<List<LoggedEvent>> Log(Person operator_, string id)
    {
        var log = new List<LoggedEvent>();
        for (var page = await operator_.Log(id); page.Count > 0; page = await operator_.Log(id, log[^1].Seq)) log.AddRange(page);
        return log;
    }
}
