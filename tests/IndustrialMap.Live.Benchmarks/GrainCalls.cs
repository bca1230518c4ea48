using System.Diagnostics;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>What the grains cost: a call by itself, and how many commands pass in a second, with seals.</summary>
internal static class GrainCalls
{
    private const int Rounds = 9, WarmUp = 2, Calls = 2_000, AtOnce = 256, Waves = 12;

    internal static async Task Measure(Report report)
    {
        await using var inMemory = await Silo.Start(new MemoryJournal());
        await using var journal = SqliteJournal.Open(Path.Combine(Place.NewFolder(), "journal.db"));
        await using var onDisk = await Silo.Start(journal);
        var calls = await Launches(await inMemory.Draft(Show.Of(AtOnce, AtOnce)));
        var launches = await Launches(await onDisk.Draft(Show.Of(AtOnce, AtOnce)));
        var ledger = new Proposals(onDisk.Grains.GetGrain<ITeleconferenceGrain>(launches.Show.Plan.Id));
        var (single, disk, through, direct) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < Calls; i++) single.Add(await Timed(() => calls.Next(0)), round);
            for (var i = 0; i < Calls / 10; i++) disk.Add(await Timed(() => launches.Next(0)), round);
            // As a time for each command, so that its inverse is how many pass in a second.
            for (var wave = 0; wave < Waves; wave++) through.Add(Each(await Timed(() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(launches.Next)))), round);
            for (var wave = 0; wave < Waves; wave++) direct.Add(Each(await Timed(() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => ledger.Next())))), round);
        }
        report.Table($"Calls between grains, in one process ({Rounds} rounds, in turns; {AtOnce} launches, one show that is followed)", "what", "p50", "p99", "rounds (least / middle / greatest)", "a second");
        Row("a launch's command through its grain to the ledger, stored in memory", single);
        Row("the same, on disk", disk);
        Row($"{AtOnce} at once through as many launches' grains, on disk: each", through);
        Row($"{AtOnce} proposals at once at the ledger, on disk: each", direct);

        void Row(string what, Samples samples) =>
            report.Row(what, samples.Us(50), samples.Us(99), samples.RoundsInMs, $"{1e6 / samples.MicrosecondsAt(50):#,0}");
    }

    private static (long From, long To) Each((long From, long To) wave) => (0, (wave.To - wave.From) / AtOnce);

    private static async Task<Postponing> Launches(FollowedShow show)
    {
        await show.Send(Show.Envelope(new Start(), Show.Operator));
        return new(show);
    }

    /// <summary>Each launch is postponed and brought back in turn: every command is stored as one event.</summary>
    private sealed class Postponing(FollowedShow show)
    {
        private readonly bool[] postponed = new bool[AtOnce];

        internal FollowedShow Show => show;

        internal async Task Next(int launch)
        {
            var id = Benchmarks.Show.LaunchId(launch + 1);
            Command command = (postponed[launch] = !postponed[launch]) ? new PostponeLaunch(id, "measured") : new BringBackLaunch(id, "measured");
            if ((await show.Send(Benchmarks.Show.Envelope(command, Benchmarks.Show.Operator))).Refusal is { } refusal)
                throw new InvalidOperationException($"{command} was refused: {refusal}");
        }
    }

    /// <summary>Decided beforehand, and of a kind that leaves its slice as it was: what is measured is the ledger alone.</summary>
    private sealed class Proposals(ITeleconferenceGrain ledger)
    {
        private readonly string site = Show.SiteId(1);
        private long? seq;

        internal async Task Next()
        {
            seq ??= (await ledger.ProposeForSite(site, null)).Slice!.Seq;
            var proposal = new Proposal(Guid.NewGuid().ToString(), default, Show.Operator, seq, new InvitationRenewed(site));
            if ((await ledger.ProposeForSite(site, proposal)).Outcome?.Answer is null) throw new InvalidOperationException("It was not admitted.");
        }
    }

    private static async Task<(long From, long To)> Timed(Func<Task> call)
    {
        var from = Stopwatch.GetTimestamp();
        await call();
        return (from, Stopwatch.GetTimestamp());
    }
}
