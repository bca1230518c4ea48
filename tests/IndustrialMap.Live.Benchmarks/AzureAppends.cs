using System.Diagnostics;
using Azure.Data.Tables;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal.AzureTables;
using IndustrialMap.Live.Tests;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Commands on Azure Tables, beside what the storage needs for a bare transaction of the same size. The storage is Azurite.</summary>
internal static class AzureAppends
{
    private const int Rounds = 9, WarmUp = 2, Calls = 40, Waves = 2, AtOnce = 256, Full = 48;

    internal static async Task Measure(Report report)
    {
        var account = StorageAccount.Parse(await Azurite.NewAccount());
        await using var journal = account.OpenJournal();
        await using var silo = await Silo.Start(journal);
        var show = await silo.Draft(Show.Of(AtOnce, 1));
        var bare = new BareTransactions(account);
        await bare.Begin();
        var (one, bareOne, many, bareFull) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < Calls; i++)
            {
                bareOne.Add(await Timed(() => bare.Once(commands: 1)), round);
                one.Add(await Timed(() => Send(show, 1)), round);
            }
            for (var wave = 0; wave < Waves; wave++)
            {
                bareFull.Add(Each(await Timed(() => bare.Once(Full)), Full), round);
                many.Add(Each(await Timed(() => Task.WhenAll(Enumerable.Range(1, AtOnce).Select(site => Send(show, site)))), AtOnce), round);
            }
        }
        report.Table($"Commands on Azure Tables ({Rounds} rounds, in turns; the storage is Azurite, in memory, on this machine)", "what", "p50", "p99", "÷ bare, rounds (least / middle / greatest)", "a second");
        Row("bare transaction of three rows", bareOne, bareOne);
        Row("a site's report through its grain and the ledger, one at a time", one, bareOne);
        Row($"bare transaction of {2 * Full + 1} rows: each command of {Full}", bareFull, bareFull);
        Row($"{AtOnce} at once, of as many sites: each", many, bareFull);

        void Row(string what, Samples samples, Samples yardstick) =>
            report.Row(what, samples.Us(50), samples.Us(99), samples.Times(yardstick), $"{1e6 / samples.MicrosecondsAt(50):#,0}");
    }

    private static async Task Send(FollowedShow show, int site)
    {
        if ((await show.Send(Show.Report(site))).Refusal is { } refusal) throw new InvalidOperationException($"{refusal}");
    }

    private static (long From, long To) Each((long From, long To) wave, int count) => (0, (wave.To - wave.From) / count);

    private static async Task<(long From, long To)> Timed(Func<Task> call)
    {
        var from = Stopwatch.GetTimestamp();
        await call();
        return (from, Stopwatch.GetTimestamp());
    }

    /// <summary>Rows of the journal's number and size, and nothing decided, sealed or looked at.</summary>
    private sealed class BareTransactions(StorageAccount account)
    {
        private readonly TableClient table = account.Tables.GetTableClient("bare");
        private readonly byte[] events = new byte[600];
        private Azure.ETag head;
        private int count;

        internal async Task Begin()
        {
            await table.CreateAsync();
            head = (await table.AddEntityAsync(new TableEntity("bare", "head"))).Headers.ETag!.Value;
        }

        internal async Task Once(int commands)
        {
            var actions = new List<TableTransactionAction>();
            for (var n = 0; n < commands; n++)
            {
                actions.Add(new(TableTransactionActionType.Add, new TableEntity("bare", $"c-{Guid.NewGuid()}")));
                actions.Add(new(TableTransactionActionType.Add, new TableEntity("bare", $"e-{++count:D19}") { ["Events0"] = events }));
            }
            actions.Add(new(TableTransactionActionType.UpdateReplace, new TableEntity("bare", "head") { ["Seq"] = count }, head));
            head = (await table.SubmitTransactionAsync(actions)).Value[^1].Headers.ETag!.Value;
        }
    }
}
