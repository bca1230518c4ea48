using System.Diagnostics;
using IndustrialMap.Live.Journal.Sqlite;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>From the start of the process until its ready line could be read.</summary>
internal static class StartToReady
{
    private const int Rounds = 9;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    internal static async Task Measure(Report report)
    {
        var played = await Played();
        // Whatever there is to build is built now, so that each start that is measured has nothing to do.
        (await ServerProcess.BuildAndStart(Place.NewFolder())).Dispose();

        var (cold, warm, run, before) = (new Samples(), new Samples(), new Samples(), new Samples());
        for (var round = 0; round < Rounds; round++)
        {
            cold.Add(await Once(Place.NewFolder(), ServerProcess.Start), round);
            if (Place.ServerBefore is not null) before.Add(await Once(Place.NewFolder(), ServerProcess.StartBefore), round);
            warm.Add(await Once(Place.Copy(played), ServerProcess.Start), round);
            run.Add(await Once(Place.NewFolder(), ServerProcess.BuildAndStart), round);
        }
        report.Table($"Start to ready ({Rounds} rounds, in turns)", "what", "least / middle / greatest");
        report.Row("built program, empty data folder", cold.RoundsInMs);
        if (before.Count > 0) report.Row("the build before, empty data folder", before.RoundsInMs);
        report.Row("built program, both shipped teleconferences played to the end", warm.RoundsInMs);
        report.Row("`dotnet run`, nothing changed since the last", run.RoundsInMs);
        report.Say($"Memory of the built program, {Idle.TotalSeconds:0} s after its ready line, nobody there: {await IdleMemory(ServerProcess.Start)}"
            + (Place.ServerBefore is null ? "." : $"; of the build before: {await IdleMemory(ServerProcess.StartBefore)}."));
    }

    private static async Task<string> IdleMemory(Func<string, Task<ServerProcess>> start)
    {
        using var server = await start(Place.NewFolder());
        await Task.Delay(Idle);
        return $"{server.Memory / 1e6:0} MB";
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
