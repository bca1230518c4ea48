using System.Diagnostics;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// From a command to its answer, which comes after the command's events are on disk. The command is a site's report,
/// which is always stored. Every way to send takes its turn with the bare append, command by command.
/// </summary>
internal static class DurableAnswer
{
    private const int Rounds = 15, WarmUp = 3, Singles = 100, AtOnce = 256;
    private const int Sites = 25, LongLog = 20_000;

    /// <param name="Send">Sends a report of one of the sites: the first, for 0.</param>
    private sealed record Way(string Name, Func<int, Task> Send)
    {
        internal Samples Single { get; } = new();

        /// <summary>As sites do: each about itself.</summary>
        internal Samples Burst { get; } = new();

        /// <summary>All about one and the same site, whose grain takes one after the other.</summary>
        internal Samples BurstOfOne { get; } = new();
    }

    internal static async Task Measure(Report report)
    {
        using var append = new BareAppend(Place.NewFolder());
        await using var journal = SqliteJournal.Open(Path.Combine(Place.NewFolder(), "journal.db"));
        await using var silo = await Silo.Start(journal);
        var small = await silo.Draft(Show.Of(Sites, Sites));
        var longer = await silo.Draft(Show.Of(Sites, Sites) with { Id = "long-log" });
        var largest = await silo.Draft(Show.Of(60, 500));
        while (longer.State.Seq < LongLog) await Burst(i => Send(longer, i), new());
        using var server = await ServerProcess.Start(Show.Of(Sites, Sites));
        var coordinators = await Coordinators(server);
        using var before = Place.ServerBefore is { } program ? await ServerProcess.Start(Show.Of(Sites, Sites), program) : null;
        var coordinatorsBefore = before is null ? [] : await Coordinators(before);

        var bare = new Way($"bare append of {BareAppend.Bytes} bytes, with fsync", _ => append.Once());
        Way[] ways =
        [
            new($"through the site's grain, {Sites} sites followed", i => Send(small, i)),
            new($"the same, more than {LongLog:#,0} events in the log", i => Send(longer, i)),
            new("through the site's grain, 60 sites followed, 500 launches", i => Send(largest, i)),
            new("HTTP to the server's process", i => Send(coordinators, i)),
            .. before is null ? [] : (Way[])[new("HTTP to the server before", i => Send(coordinatorsBefore, i))],
        ];
        var order = new Random(2021);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            // Whoever comes right behind the bare append pays for its write: each has every other before it now and then.
            Way[] all = [bare, .. ways];
            for (var i = 0; i < Singles; i++)
            {
                order.Shuffle(all);
                foreach (var way in all) way.Single.Add(await Timed(() => way.Send(0)), round);
            }
            foreach (var way in ways) await Burst(way.Send, way.Burst, round);
            foreach (var way in ways) await Burst(_ => way.Send(0), way.BurstOfOne, round);
        }
        Print(report, bare, ways);
    }

    private static void Print(Report report, Way bare, Way[] ways)
    {
        report.Table(
            $"Command to durable answer ({Rounds} rounds of {Singles} one at a time, in turns, and of a burst of {AtOnce}; {WarmUp} more to warm up)",
            "what", "p50", "p99", "p50 ÷ bare p50 (rounds: least / middle / greatest)", "p99 ÷ bare p99", "N");
        void Row(string what, Samples samples) => report.Row(
            what, samples.Us(50), samples.Us(99), samples.Times(bare.Single), samples.Times(bare.Single, 99), $"{samples.Count:#,0}");
        Row(bare.Name, bare.Single);
        foreach (var way in ways)
        {
            Row($"{way.Name}, one at a time", way.Single);
            Row($"{way.Name}, {AtOnce} at once, of all sites", way.Burst);
            Row($"{way.Name}, {AtOnce} at once, of one site", way.BurstOfOne);
        }
        if (Place.ServerBefore is not null && ways is [.., var now, var before])
            report.Say($"{now.Name} takes {now.Single.Times(before.Single)} what it took before; in a burst {now.Burst.Times(before.Burst)}; in a burst of one site {now.BurstOfOne.Times(before.BurstOfOne)}.");
    }

    private static Task Send(FollowedShow show, int i) => show.Send(Show.Report(i % show.Plan.Sites.Length + 1));

    private static Task Send(IReadOnlyList<Participant> coordinators, int i) =>
        coordinators[i % coordinators.Count].Send(Show.Report(i % coordinators.Count + 1).Command);

    private static async Task<IReadOnlyList<Participant>> Coordinators(ServerProcess server)
    {
        var by = await server.Operator(Show.Of(Sites, Sites).Id);
        var all = new List<Participant>();
        for (var site = 1; site <= Sites; site++) all.Add(await server.Coordinator(by, Show.SiteId(site)));
        return all;
    }

    private static async Task Burst(Func<int, Task> send, Samples samples, int round = 0)
    {
        foreach (var timed in await Task.WhenAll([.. Enumerable.Range(0, AtOnce).Select(i => Timed(() => send(i)))])) samples.Add(timed, round);
    }

    private static async Task<(long From, long To)> Timed(Func<Task> send)
    {
        var from = Stopwatch.GetTimestamp();
        await send();
        return (from, Stopwatch.GetTimestamp());
    }
}
