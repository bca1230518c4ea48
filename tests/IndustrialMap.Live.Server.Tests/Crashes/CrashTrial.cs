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
            i < launches.Length ? () => TrialPlay.Coordinate(launches[i]) : () => TrialPlay.Operate(operator_, Id), enough.Token)));
        var following = follower.Follow(over.Token);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(200, 3000));
            await console.Kill();
            var answered = senders.SelectMany(sender => sender.Answered).ToArray();
            await console.Start();
            await TrialPlay.IsWhole(operator_, Id, answered);
            var before = (await operator_.Control(Id)).Seq;
            await Until.True(() => following.IsCompleted || follower.View?.Seq >= before, "the follower has come back");
            output.WriteLine($"Kill {kill}: {answered.Length} answered, {before} events, {follower.View?.Totals.Today.Projects} confirmed");
        }

        // On a busy machine ten kills leave little time between them: the trial goes on until there was something to lose.
        var wanted = new HashSet<string?> { "launch_confirmed", "confirmation_retracted", "readiness_reported", "stepped_back" };
        await Until.True(async () => wanted.IsSubsetOf(await TrialPlay.IsWhole(operator_, Id, [])), "all kinds of events have happened");
        await enough.CancelAsync();
        await sending;
        await TrialPlay.IsWhole(operator_, Id, [.. senders.SelectMany(sender => sender.Answered)]);
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
}
