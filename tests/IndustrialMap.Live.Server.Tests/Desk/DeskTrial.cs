using System.Globalization;
using System.Net;
using IndustrialMap.Live.Server.Tests.Crashes;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>
/// A show of 60 segments under autopilot, edited by two operators at random, with coordinators whose lines are cut and a server that is
/// killed; then all of it is counted anew from the log. Short here; "ops/desk-trial MINUTES" goes on for longer.
/// </summary>
public class DeskTrial(ITestOutputHelper output)
{
    /// <summary>All that came with the desk. What is rare need not happen in the short trial.</summary>
    private static readonly string?[] Often =
    [
        "jumped_to_segment", "hold_began", "hold_ended", "segment_moved", "segment_inserted", "segment_removed", "segment_edited",
        "duration_adjusted", "segment_skipped", "segment_unskipped", "launch_moved", "undone", "redone", "call_taken_back",
    ],
    Rare =
    [
        "teleconference_reopened", "confirmation_overdue", "confirmation_refused", "site_disconnected", "stepped_back",
        "confirmation_retracted",
    ];

    private static double Minutes =>
        double.Parse(Environment.GetEnvironmentVariable("DESK_TRIAL_MINUTES") ?? "0.6", CultureInfo.InvariantCulture);

    private static HashSet<string?> Wanted => Minutes >= 5 ? [.. Often, .. Rare] : [.. Often];

    private static TimeSpan BetweenKills => TimeSpan.FromMinutes(Math.Min(2, Minutes / 3));

    [Fact]
    public async Task Edited_by_two_under_cuts_and_kills_the_order_loses_and_doubles_nothing_and_every_screen_was_right()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data);
        await console.Start();
        await using var people = new DeskPeople(console, data, random);
        var room = await people.SignIn(Keeper.Operators);
        Assert.Equal(HttpStatusCode.Created, (await room.Post("/api/teleconferences", DeskPlan.Json)).Status);
        await people.Come();
        using var enough = new CancellationTokenSource();
        using var over = new CancellationTokenSource();
        var follower = new Follower(room, DeskPlan.Id);
        var (work, following) = (people.Work(enough.Token), follower.Follow(over.Token));

        var (end, kills) = (DateTime.UtcNow.AddMinutes(Minutes), 0);
        for (var kill = DateTime.UtcNow + BetweenKills; DateTime.UtcNow < end; await Task.Delay(100))
        {
            Assert.False(work.IsFaulted || following.IsFaulted, $"{work.Exception ?? following.Exception}");
            await people.KeepAutopilot(DeskPlan.Segments * DeskPlan.Seconds / (Minutes * 60));
            if (DateTime.UtcNow < kill) continue;
            await console.Kill();
            await console.Start();
            output.WriteLine($"Kill {++kills}: {people.Answered.Length} answered, {(await room.Control(DeskPlan.Id)).Seq} events");
            await TrialPlay.IsWhole(room, DeskPlan.Id, people.Answered);
            kill = DateTime.UtcNow + BetweenKills;
        }
        // On a busy machine little happens in a short time: the trial goes on until there was something to get wrong.
        await Until.True(
            async () => Wanted.IsSubsetOf(await TrialPlay.IsWhole(room, DeskPlan.Id, people.Answered)), "all kinds of events have happened");
        people.StopAutopilot();
        await enough.CancelAsync();
        await work;
        await Until.True(
            async () => following.IsFaulted || Wire.Of(follower.View) == Wire.Of(await room.Control(DeskPlan.Id)),
            "the screen that followed shows what is so");
        await over.CancelAsync();
        await following;

        await TrialPlay.IsWhole(room, DeskPlan.Id, people.Answered);
        var log = await TrialPlay.Log(room, DeskPlan.Id);
        IsCounted(log, people.Seen, await room.Control(DeskPlan.Id));
        Sums(log, people, kills);
    }

    private static void IsCounted(List<LoggedEvent> log, IReadOnlyDictionary<long, string> seen, ControlView last)
    {
        var show = new PlainShow();
        foreach (var logged in log)
        {
            show.Take(logged);
            if (seen.TryGetValue(logged.Seq, out var picture)) Assert.Equal($"{logged.Seq}: {show.Picture()}", $"{logged.Seq}: {picture}");
        }
        Assert.Equal(log[^1].Seq, last.Seq);
        Assert.Equal(show.Picture(), PlainShow.Picture(last));
    }

    private void Sums(List<LoggedEvent> log, DeskPeople people, int kills)
    {
        var counts = log.CountBy(logged => logged.Event.GetProperty("type").GetString()!).ToDictionary();
        foreach (var (type, count) in counts.OrderByDescending(pair => pair.Value)) output.WriteLine($"{count,7} {type}");
        output.WriteLine($"{log.Count} events, {kills} kills, {people.Cuts} lines cut, {people.Answered.Length} commands answered, "
            + $"{people.Seen.Count} pictures compared.");
    }
}
