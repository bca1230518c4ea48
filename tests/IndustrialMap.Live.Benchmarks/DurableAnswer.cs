using System.Diagnostics;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Feed;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// From a command to its answer, which comes after the command's events are on disk. The command is a site's report,
/// which is always stored.
/// </summary>
internal static class DurableAnswer
{
    private const int Rounds = 15, WarmUp = 3, Singles = 100, AtOnce = 200;
    private const int Sites = 25, LongLog = 20_000;

    internal static async Task Measure(Report report)
    {
        report.Table(
            $"Command to durable answer ({Rounds} rounds of {Singles} one at a time and one burst of {AtOnce}, after {WarmUp} to warm up; rounds interleaved)",
            "what", "p50", "p99", "p50 as × of a bare append (rounds: least / middle / greatest)", "p99 as × of a bare append's p50", "N");

        var bare = new Samples();
        (Samples Single, Samples Burst) host = (new(), new()), long_ = (new(), new()), large = (new(), new()), http = (new(), new());
        using var append = new BareAppend(Place.NewFolder());
        await using var journal = SqliteJournal.Open(Path.Combine(Place.NewFolder(), "journal.db"));
        await using var small = await Followed(journal, Show.Of(Sites, Sites));
        await using var longer = await Followed(journal, Show.Of(Sites, Sites) with { Id = "long-log" });
        await Grow(longer);
        await using var largest = await Followed(journal, Show.Of(60, 500));
        using var server = await ServerProcess.Start(Show.Of(Sites, Sites));
        using var by = await server.Operator(Show.Of(Sites, Sites).Id);
        using var coordinator = await server.Coordinator(by, Show.SiteId(1));

        for (var round = -WarmUp; round < Rounds; round++)
        {
            Samples Of(Samples samples)
            {
                if (round < 0) return Fresh();
                samples.NewRound();
                return samples;
            }
            var yard = Of(bare);
            for (var i = 0; i < Singles; i++) append.Once(yard);
            await Both(small, Of(host.Single), Of(host.Burst));
            await Both(longer, Of(long_.Single), Of(long_.Burst));
            await Both(largest, Of(large.Single), Of(large.Burst));
            await OneByOne(() => coordinator.Send(Show.Report(1)), Of(http.Single));
            await Burst(() => coordinator.Send(Show.Report(1)), Of(http.Burst));
        }

        report.Row($"bare append of {BareAppend.Bytes} bytes and fsync", bare.Us(50), bare.Us(99), bare.Times(bare, 50), bare.Times(bare, 99), $"{bare.Count}");
        void Rows(string what, (Samples Single, Samples Burst) both)
        {
            report.Row($"{what}, one at a time", both.Single.Us(50), both.Single.Us(99), both.Single.Times(bare, 50), both.Single.Times(bare, 99), $"{both.Single.Count}");
            report.Row($"{what}, {AtOnce} at once", both.Burst.Us(50), both.Burst.Us(99), both.Burst.Times(bare, 50), both.Burst.Times(bare, 99), $"{both.Burst.Count}");
        }
        Rows("host, 25 sites followed", host);
        Rows($"the same with more than {LongLog:#,0} events in the log", long_);
        Rows("host, 60 sites followed, 500 launches", large);
        Rows("HTTP to the server's process", http);
    }

    private static Samples Fresh()
    {
        var samples = new Samples();
        samples.NewRound();
        return samples;
    }

    /// <summary>A host whose every audience has been asked for, so that each event makes all the views.</summary>
    private static async Task<TeleconferenceHost> Followed(SqliteJournal journal, Script script)
    {
        var host = await Show.Draft(journal, script);
        foreach (var site in script.Sites) host.Feed.Site(site.Id);
        return host;
    }

    private static async Task Grow(TeleconferenceHost host)
    {
        while (host.State.Seq < LongLog)
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => host.Send(Show.Report(1), Show.Coordinator(1))));
    }

    private static async Task Both(TeleconferenceHost host, Samples single, Samples burst)
    {
        await OneByOne(() => host.Send(Show.Report(1), Show.Coordinator(1)), single);
        await Burst(() => host.Send(Show.Report(1), Show.Coordinator(1)), burst);
    }

    private static async Task OneByOne(Func<Task> send, Samples samples)
    {
        for (var i = 0; i < Singles; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await send();
            samples.Add(from, Stopwatch.GetTimestamp());
        }
    }

    private static async Task Burst(Func<Task> send, Samples samples)
    {
        async Task<(long From, long To)> Timed()
        {
            var from = Stopwatch.GetTimestamp();
            await send();
            return (from, Stopwatch.GetTimestamp());
        }
        foreach (var (from, to) in await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Timed()).ToArray())) samples.Add(from, to);
    }
}
