using System.Numerics;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The real process is killed ten times under autopilot, and under people who send commands of their own.</summary>
public class CrashTrial(ITestOutputHelper output)
{
    private const int Kills = 10;
    private const string Id = RunningConsole.Show2017;

    [Fact]
    public async Task Killed_at_ten_random_moments_it_loses_no_answered_command_and_counts_none_twice()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data, "--autopilot", Id, "--speed", "20");
        await console.Start();
        await using var operator_ = await SignIn(console, data, null);
        var launches = (await operator_.Control(Id)).Launches.Take(3).ToArray();
        var coordinators = await Task.WhenAll(launches.Select(launch => SignIn(console, data, launch.SiteId)));

        using var enough = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var follower = new Follower(operator_, Id);
        var senders = coordinators.Select(person => new Sender(person, Id)).Append(new Sender(operator_, Id)).ToArray();
        var sending = Task.WhenAll(senders.Select((sender, i) => sender.Send(
            i < launches.Length ? () => Coordinate(launches[i]) : () => Operate(operator_), enough.Token)));
        var following = follower.Follow(over.Token);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(200, 3000));
            await console.Kill();
            var answered = senders.SelectMany(sender => sender.Answered).ToArray();
            await console.Start();
            await IsWhole(operator_, answered);
            var before = (await operator_.Control(Id)).Seq;
            await Until.True(() => following.IsCompleted || follower.View?.Seq >= before, "the follower has come back");
            output.WriteLine($"Kill {kill}: {answered.Length} answered, {before} events, {follower.View?.Totals.Today.Projects} confirmed");
        }

        // On a busy machine ten kills leave little time between them: the trial goes on until there was something to lose.
        var wanted = new HashSet<string?> { "launch_confirmed", "confirmation_retracted", "readiness_reported", "stepped_back" };
        await Until.True(async () => wanted.IsSubsetOf(await IsWhole(operator_, [])), "all kinds of events have happened");
        await enough.CancelAsync();
        await sending;
        await IsWhole(operator_, [.. senders.SelectMany(sender => sender.Answered)]);
        await Until.True(
            async () => following.IsCompleted || Wire.Of(follower.View) == Wire.Of(await operator_.Control(Id)), "the follower shows what is so");
        await over.CancelAsync();
        await following;
        Assert.True(follower.Connected > Kills, $"The follower connected {follower.Connected} times.");
        Assert.All(senders, sender => Assert.NotEmpty(sender.Answered));
        foreach (var person in coordinators) await person.DisposeAsync();
    }

    private static async Task<Person> SignIn(ConsoleProcess console, DataFolder data, string? site)
    {
        var person = new Person(console.Origin);
        await person.SignIn(await InvitedBeside.Token(data, site is null ? Keeper.Operators : Keeper.OfSite(Id, site)));
        return person;
    }

    /// <summary>Reports readiness, and presses Confirm now and then.</summary>
    private static Task<(Command, string?)?> Coordinate(LaunchRow launch) => Task.FromResult<(Command, string?)?>((
        Random.Shared.Next(20) == 0
            ? new ConfirmLaunch(launch.Id)
            : new ReportReadiness(launch.SiteId, (ReadinessItem)Random.Shared.Next(5), Random.Shared.Next(4) > 0),
        launch.SiteId));

    /// <summary>
    /// Starts, calls every launch, takes back some that were confirmed, and steps forth and back. The autopilot alone would
    /// wait with the start until every site of the first segments is ready, which these sites rarely are for long.
    /// </summary>
    private static async Task<(Command, string?)?> Operate(Person operator_)
    {
        var view = await operator_.Control(Id);
        if (view.Header.Phase == Phase.Draft) return (new Start(), null);
        if (view.Header.OnAir is not { } onAir) return null;
        var launch = view.Launches[Random.Shared.Next(view.Launches.Count)];
        return (launch.State switch
        {
            LaunchState.Planned => new CallLaunch(launch.Id),
            LaunchState.Confirmed when Random.Shared.Next(30) == 0 => new RetractConfirmation(launch.Id, "Tried in the crash trial"),
            _ => Random.Shared.Next(2) == 0 ? new Next(onAir) : new Back(onAir),
        }, null);
    }

    private static (BigInteger, int) Plain(Sum sum) => (sum.Value ?? 0, sum.NotStated);

    /// <returns>The types of the events there are.</returns>
    private static async Task<HashSet<string?>> IsWhole(Person operator_, KeyValuePair<string, long>[] answered)
    {
        var log = new List<LoggedEvent>();
        for (var page = await operator_.Log(Id); page.Count > 0; page = await operator_.Log(Id, log[^1].Seq)) log.AddRange(page);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(logged => logged.Seq));
        var stored = log.ToLookup(logged => logged.CommandId, logged => logged.Seq);
        Assert.All(answered, command => Assert.Equal(command.Value, Assert.Single(stored[command.Key])));

        var view = await operator_.Control(Id);
        log.AddRange(await operator_.Log(Id, log[^1].Seq));
        var (projects, tenge, jobs) = PlainCount.Of(log.Where(logged => logged.Seq <= view.Seq));
        var today = view.Totals.Today;
        Assert.Equal((projects, tenge, jobs), (today.Projects, Plain(today.Tenge), Plain(today.Jobs)));
        return [.. log.Select(logged => logged.Event.GetProperty("type").GetString())];
    }
}
