using System.Diagnostics;
using IndustrialMap.Live.Journal.Sqlite;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>From the start of the process until its ready line could be read.</summary>
internal static class StartToReady
{
    private const int Rounds = 9;

    internal static async Task Measure(Report report)
    {
        var played = await Played();
        // Whatever there is to build is built now, so that each start that is measured has nothing to do.
        (await ServerProcess.BuildAndStart(Place.NewFolder())).Dispose();

        var (cold, warm, run) = (new Samples(), new Samples(), new Samples());
        for (var round = 0; round < Rounds; round++)
        {
            cold.Add(await Once(Place.NewFolder(), ServerProcess.Start), round);
            warm.Add(await Once(Place.Copy(played), ServerProcess.Start), round);
            run.Add(await Once(Place.NewFolder(), ServerProcess.BuildAndStart), round);
        }
        report.Table($"Start to ready ({Rounds} rounds, in turns)", "what", "least / middle / greatest");
        report.Row("built program, empty data folder", cold.RoundsInMs);
        report.Row("built program, both shipped teleconferences played to the end", warm.RoundsInMs);
        report.Row("`dotnet run`, nothing changed since the last", run.RoundsInMs);
    }

    private static async Task<(long From, long To)> Once(string folder, Func<string, Task<ServerProcess>> start)
    {
        var from = Stopwatch.GetTimestamp();
        using var server = await start(folder);
        return (from, server.ReadyAt);
    }

    private static async Task<string> Played()
    {
        var folder = Place.NewFolder();
        await using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"));
        await using var silo = await Silo.Start(journal);
        foreach (var plan in BuiltInPlans.All) await Show.Play(await silo.Draft(plan));
        return folder;
    }
}
