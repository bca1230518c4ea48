using System.Globalization;
using IndustrialMap.Live.Server.Tests.Crashes;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>
/// Three real servers on one storage account; one after the other is killed, frozen or asked to stop, and started again, while a show
/// plays from outside and people go on, each at a server or all through nginx. Short here; "ops/cluster-trial MINUTES" goes on for longer.
/// </summary>
[Collection(nameof(SeveralServers))]
public class ClusterTrial(ITestOutputHelper output)
{
    private const string Id = RunningConsole.Show2017;

    private static readonly (string Name, Func<ConsoleProcess, Task> Do, Func<ConsoleProcess, Task> Mend)[] Disturbances =
    [
        ("kill", server => server.Kill(), server => server.Start()),
        ("freeze", server => server.Freeze(), GoesOnAndEnds),
        ("stop", server => server.Stop(), server => server.Start()),
    ];

    private static double Minutes =>
        double.Parse(Environment.GetEnvironmentVariable("CLUSTER_TRIAL_MINUTES") ?? "0.8", CultureInfo.InvariantCulture);

    /// <summary>An hour in twelve minutes; where there is only one, all of it.</summary>
    private static string Speed => Minutes > 5 ? "5" : "60";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_server_dies_no_answered_command_is_lost_and_every_screen_goes_on(bool behindNginx)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var cluster = await (behindNginx ? RunningCluster.StartBehindNginx() : RunningCluster.Start());
        var operator_ = await cluster.Operator();
        var launches = (await operator_.Control(Id)).Launches.DistinctBy(launch => launch.SiteId).Take(8).ToArray();
        await operator_.Give(Id, new Start());
        using var enough = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var senders = new List<(Sender Sender, Func<Task<(Command, string?)?>> Next)>();
        var pause = TimeSpan.FromMilliseconds(50);
        foreach (var launch in launches)
            senders.Add((new(await cluster.Coordinator(operator_, Id, launch.SiteId, senders.Count % 3), Id, pause), () => TrialPlay.Coordinate(launch)));
        // Behind those of the people, whose links are renewed by an operator: these end nobody's.
        using var autopilot = await cluster.Autopilot(Id, Speed, (await operator_.Control(Id)).Sites.Select(site => site.Id));
        var followers = new List<Follower>();
        for (var at = 0; at < 3; at++) followers.Add(new(await cluster.Operator(at), Id));
        var hubs = new List<HubScreen>();
        for (var at = 0; at < 3; at++) hubs.Add(new(await cluster.Operator(at), Id));
        // A WebSocket finds another server through nginx; else it has the one it was opened to, and comes back with it.
        DateTime[] Moving() => [.. followers.Select(follower => follower.Heard), .. behindNginx ? hubs.Select(hub => hub.Heard) : []];
        var work = Task.WhenAll([
            .. senders.Select(one => one.Sender.Send(one.Next, enough.Token)), .. followers.Select(follower => follower.Follow(over.Token)),
            .. hubs.Select(hub => hub.Follow(over.Token))]);
        var times = new List<(string Name, double Answered, double Heard)>();

        var end = DateTime.UtcNow.AddMinutes(Minutes);
        for (var round = 0; DateTime.UtcNow < end || round < Disturbances.Length; round++)
        {
            var (name, disturb, mend) = Disturbances[round % Disturbances.Length];
            var server = cluster.Servers[random.Next(3)];
            var began = DateTime.UtcNow;
            await disturb(server);
            var answered = await Gone(work, began, () => senders.Min(one => one.Sender.AnsweredSince));
            // What was on its way then is no sign of another server.
            var heard = await Gone(work, began.AddSeconds(1), () => Moving().Min()) + 1;
            if (name == "freeze") await cluster.HasTakenForDead(server);
            await mend(server);
            await Gone(work, DateTime.UtcNow, () => hubs.Min(hub => hub.Heard));
            await Until.Answered(() => TrialPlay.IsWhole(operator_, Id, [.. senders.SelectMany(one => one.Sender.Answered)]));
            times.Add((name, answered, heard));
            output.WriteLine($"{name,-6} server {cluster.Servers.ToList().IndexOf(server)}: all answered again after {answered:0.0} s, all screens after {heard:0.0} s, "
                + $"whole again after {(DateTime.UtcNow - began).TotalSeconds:0.0} s");
        }

        Assert.True(!autopilot.HasExited || autopilot.ExitCode == 0, "The autopilot has given up.");
        autopilot.Kill();
        await enough.CancelAsync();
        await Until.Answered(() => TrialPlay.IsWhole(operator_, Id, [.. senders.SelectMany(one => one.Sender.Answered)]));
        foreach (var follower in followers)
            await Until.True(async () => work.IsFaulted || Wire.Of(follower.View) == Wire.Of(await Until.Answered(() => operator_.Control(Id))), "each screen shows what is so");
        await over.CancelAsync();
        await work;
        var verified = await cluster.Run("verify", Id);
        Assert.True(verified.Code == 0, verified.Error);
        Assert.All(senders, one => Assert.NotEmpty(one.Sender.Answered));
        foreach (var all in times.GroupBy(one => one.Name))
            output.WriteLine($"{all.Key,-6} {all.Count()} times: all answered again {Spread(all.Select(one => one.Answered))}, all screens {Spread(all.Select(one => one.Heard))}");
        var confirmed = (await operator_.Control(Id)).Totals.Today.Projects;
        output.WriteLine($"{confirmed} launches confirmed, {senders.Sum(one => one.Sender.Answered.Count)} commands of others answered. {verified.Output}");
    }

    private static string Spread(IEnumerable<double> seconds)
    {
        var sorted = seconds.Order().ToArray();
        return $"{sorted[0]:0.0} / {sorted[sorted.Length / 2]:0.0} / {sorted[^1]:0.0} s";
    }

    /// <summary>It finds out that the others have taken it for dead, and ends for its supervisor to start it again.</summary>
    private static async Task GoesOnAndEnds(ConsoleProcess server)
    {
        await server.GoOn();
        Assert.Equal(75, await server.Ended());
        await server.Start();
    }

    /// <returns>Seconds until everybody has got past the moment of the disturbance.</returns>
    private static async Task<double> Gone(Task work, DateTime began, Func<DateTime> reached)
    {
        await Until.True(() => work.IsFaulted || reached() > began, "everybody goes on");
        return (DateTime.UtcNow - began).TotalSeconds;
    }
}
