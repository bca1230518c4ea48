using System.Numerics;
using IndustrialMap.Live.Server.Access;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The real process is killed ten times under autopilot, and under people who send commands of their own.</summary>
public class CrashTrial(ITestOutputHelper output)
{
    private const int Kills = 10;

    [Theory]
    [InlineData(RunningConsole.Show2017, Kills)]
    public async Task Killed_at_ten_random_moments_it_loses_no_answered_command_and_counts_none_twice(string id, int kills)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data, "--autopilot", id, "--speed", "20");
        await console.Start();
        await using var operator_ = await SignIn(console, data, id, null);
        var sites = (await operator_.Control(id)).Sites.Select(site => site.Id).Take(3).ToArray();
        var coordinators = await Task.WhenAll(sites.Select(site => SignIn(console, data, id, site)));

        using var enough = new CancellationTokenSource();
        var follower = new Follower(operator_, id);
        var senders = coordinators.Select(person => new Sender(person, id)).Append(new Sender(operator_, id)).ToArray();
        var sending = Task.WhenAll(senders.Select((sender, i) => sender.Send(
            i < sites.Length ? () => Report(sites[i]) : () => Operate(operator_, id), enough.Token)));
        var following = follower.Follow(enough.Token);

        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(200, 3000));
            await console.Kill();
            var answered = senders.SelectMany(sender => sender.Answered).ToArray();
            await console.Start();
            await IsWhole(operator_, id, answered);
            var before = (await operator_.Control(id)).Seq;
            await Until.True(() => follower.View?.Seq >= before, "the follower has come back");
            output.WriteLine($"Kill {kill}: {answered.Length} answered, {before} events");
        }

        await enough.CancelAsync();
        await sending;
        await IsWhole(operator_, id, [.. senders.SelectMany(sender => sender.Answered)]);
        await following;
        Assert.True(follower.Connected > kills, $"The follower connected {follower.Connected} times.");
        Assert.All(senders, sender => Assert.NotEmpty(sender.Answered));
        foreach (var person in coordinators) await person.DisposeAsync();
    }

    private static async Task<Person> SignIn(ConsoleProcess console, DataFolder data, string id, string? site)
    {
        var grants = new GrantStore(Path.Combine(data.Path, "access.db"), TimeProvider.System);
        var person = new Person(console.Origin);
        await person.SignIn(grants.Create(site is null ? Role.Operator : Role.Coordinator, id, site, "Crash trial").Secret);
        return person;
    }

    private static Task<(Command, string?)?> Report(string site) => Task.FromResult<(Command, string?)?>(
        (new ReportReadiness(site, (ReadinessItem)Random.Shared.Next(5), Random.Shared.Next(4) > 0), site));

    /// <summary>Takes back what the autopilot's sites have confirmed, or steps back and forth: each leaves an event if it is taken.</summary>
    private static async Task<(Command, string?)?> Operate(Person operator_, string id)
    {
        var view = await operator_.Control(id);
        if (view.Head.OnAir is not { } onAir) return null;
        if (view.Launches.FirstOrDefault(launch => launch.State == LaunchState.Confirmed) is { } confirmed && Random.Shared.Next(3) == 0)
            return (new RetractConfirmation(confirmed.Id, "Tried in the crash trial"), null);
        return (Random.Shared.Next(2) == 0 ? new Next(onAir) : new Back(onAir), null);
    }

    private static async Task IsWhole(Person operator_, string id, KeyValuePair<string, long>[] answered)
    {
        var log = new List<LoggedEvent>();
        for (var page = await operator_.Log(id); page.Count > 0; page = await operator_.Log(id, log[^1].Seq)) log.AddRange(page);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(logged => logged.Seq));
        var stored = log.ToLookup(logged => logged.CommandId, logged => logged.Seq);
        Assert.All(answered, command => Assert.Equal(command.Value, Assert.Single(stored[command.Key])));

        var view = await operator_.Control(id);
        log.AddRange(await operator_.Log(id, log[^1].Seq));
        var (projects, tenge, jobs) = PlainCount.Of(log.Where(logged => logged.Seq <= view.Seq));
        var today = view.Totals.Today;
        Assert.Equal(
            (projects, tenge, jobs), (today.Projects, (BigInteger)(today.Tenge.Value ?? 0), (BigInteger)(today.Jobs.Value ?? 0)));
    }
}
