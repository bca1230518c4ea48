using System.Diagnostics;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Tests;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// A confirmation at one server of a cluster, of a show whose grains are at a second, until a screen at the third has it; beside the
/// same with one server alone, on the same storage and on its own disk.
/// </summary>
internal static class AcrossServers
{
    private const int Rounds = 9, WarmUp = 2, Commands = 24;

    internal static async Task Measure(Report report)
    {
        var show = Show.Of(25, 25);
        var account = await Azurite.NewAccount();
        using var first = await ServerProcess.StartInCluster(account, show);
        using var host = await first.Operator(show.Id);
        // Asked for while the first is alone, its grains are there, and stay.
        await host.Send(new Start());
        await host.Send(new CallLaunch(Show.LaunchId(1)));
        using var second = await ServerProcess.StartInCluster(account, show: null);
        using var third = await ServerProcess.StartInCluster(account, show: null);
        using var by = await second.Operator(show.Id);
        using var watching = await third.Operator(show.Id);

        using var embedded = await ServerProcess.Start(show);
        using var alone = await embedded.Operator(show.Id);
        await alone.Send(new Start());
        await alone.Send(new CallLaunch(Show.LaunchId(1)));

        using var oneOnAzure = await ServerProcess.StartInCluster(await Azurite.NewAccount(), show);
        using var aloneOnAzure = await oneOnAzure.Operator(show.Id);
        await aloneOnAzure.Send(new Start());
        await aloneOnAzure.Send(new CallLaunch(Show.LaunchId(1)));

        // A question to the ledger that is answered from its memory, from the silo where it is and from another.
        await using var one = await Silo.Start(new MemoryJournal());
        await one.Draft(show);
        await using var another = await one.Another();
        var (near, far) = (one.Grains.GetGrain<ITeleconferenceGrain>(show.Id), another.Grains.GetGrain<ITeleconferenceGrain>(show.Id));
        var (within, between) = (new Samples(), new Samples());

        var (across, at, azure, disk) = (new Samples(), new Samples(), new Samples(), new Samples());
        await using var acrossScreen = new HubScreen(watching, "Control", show.Id, null);
        await using var atScreen = new HubScreen(host, "Control", show.Id, null);
        await using var azureScreen = new HubScreen(aloneOnAzure, "Control", show.Id, null);
        await using var diskScreen = new HubScreen(alone, "Control", show.Id, null);
        foreach (var screen in (Screen[])[acrossScreen, atScreen, azureScreen, diskScreen]) await screen.Open();
        for (var round = -WarmUp; round < Rounds; round++)
            for (var i = 0; i < Commands; i++)
            {
                for (var call = 0; call < 10; call++)
                {
                    within.Add(await Timed(() => near.ProposeForSite("nowhere", null)), round);
                    between.Add(await Timed(() => far.ProposeForSite("nowhere", null)), round);
                }
                // One confirms and the other takes it back, and the next time the other way round.
                foreach (var (screen, samples, turn) in i % 2 == 0 ? [(acrossScreen, across, 0), (atScreen, at, 1)] : (ValueTuple<HubScreen, Samples, int>[])[(atScreen, at, 0), (acrossScreen, across, 1)])
                    await Confirm(by, screen, samples, round, turn);
                await Confirm(aloneOnAzure, azureScreen, azure, round, i);
                await Confirm(alone, diskScreen, disk, round, i);
            }
        report.Table($"Command sent to screen, across servers ({Rounds} rounds of {Commands}, in turns)", "what", "p50", "p99", "÷ one server on Azurite", "÷ one server on its disk", "N");
        Row("at server B, grains at A, to a screen at C", across);
        Row("at server B, grains at A, to a screen at A", at);
        Row("one server alone, on Azurite", azure);
        Row("one server alone, on its disk", disk);

        report.Say($"A bare call to the ledger: within its silo {within.Us(50)}, p99 {within.Us(99)}; between two silos {between.Us(50)}, p99 {between.Us(99)}.");

        void Row(string what, Samples samples) =>
            report.Row(what, samples.Ms(50), samples.Ms(99), samples.Times(azure, 50), samples.Times(disk, 50), $"{samples.Count:#,0}");
    }

    private static async Task<(long From, long To)> Timed(Func<Task> call)
    {
        var from = Stopwatch.GetTimestamp();
        await call();
        return (from, Stopwatch.GetTimestamp());
    }

    private static async Task Confirm(Participant by, Screen screen, Samples samples, int round, int i)
    {
        var sent = Stopwatch.GetTimestamp();
        var answer = await by.Send(i % 2 == 0 ? new ConfirmLaunch(Show.LaunchId(1), Reason: "measured") : new RetractConfirmation(Show.LaunchId(1), "measured"));
        samples.Add((sent, await screen.Delivered(answer.Seq)), round);
    }
}
