using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>The confirmation window of an open call, which its launch's grain keeps, by a clock that the test moves.</summary>
public sealed class ConfirmationWindowTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(TeleconferencePlan.UsualConfirmationSeconds);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2021, 9, 28, 5, 0, 0, TimeSpan.Zero));
    private Show show = null!;
    private Cluster cluster = null!;

    private ITeleconferenceGrain Ledger => cluster.Grains.GetGrain<ITeleconferenceGrain>(Show.Id);
    private ILaunchGrain Cans => cluster.Grains.GetGrain<ILaunchGrain>(GrainKey.Of(Show.Id, Show.Cans));

    public async Task InitializeAsync()
    {
        show = await Show.Draft();
        cluster = await Cluster.Start(show.Journal(), clock: clock);
        await Ledger.Send(Show.New(new Start()).By(Show.Anna));
        Assert.Null((await Cans.Send(Show.New(new CallLaunch(Show.Cans)).By(Show.Anna))).Answer!.Refusal);
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        await show.DisposeAsync();
    }

    [Fact]
    public async Task When_it_has_run_out_the_log_says_so_once()
    {
        clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        await Watched();
        Assert.Equal(0, await Overdue());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await Until(async () => await Overdue() == 1);
        clock.Advance(Window);
        await Watched();
        Assert.Equal(1, await Overdue());
    }

    [Fact]
    public async Task It_begins_anew_with_each_attempt()
    {
        clock.Advance(Window / 2);
        await Cans.Send(Show.New(new TakeBackCall(Show.Cans, 1)).By(Show.Berik));
        await Cans.Send(Show.New(new CallLaunch(Show.Cans)).By(Show.Anna));
        clock.Advance(Window / 2);
        await Watched();
        Assert.Equal(0, await Overdue());
        clock.Advance(Window / 2);
        await Until(async () => await Overdue() == 1);
    }

    [Fact]
    public async Task What_was_confirmed_in_time_is_never_overdue()
    {
        Assert.Null((await Cans.Send(Show.New(new ConfirmLaunch(Show.Cans, 1)).By(Show.Shymkent))).Answer!.Refusal);
        clock.Advance(Window * 2);
        await Watched();
        Assert.Equal(0, await Overdue());
    }

    /// <summary>The grain that kept the window is gone with its server, and so is the ledger: whoever follows the show wakes it.</summary>
    [Fact]
    public async Task It_runs_out_although_the_server_that_kept_it_died()
    {
        Assert.True(cluster.Silos.TryGetGrainContext(Ledger.GetGrainId(), out var active));
        await cluster.Silos.KillSiloAsync(cluster.Silos.Silos.Single(silo => silo.SiloAddress.Equals(active.Address.SiloAddress)));
        clock.Advance(Window);
        await Until(async () =>
        {
            await Asked();
            return await Overdue() == 1;
        });
    }

    private async Task Asked()
    {
        try
        {
            await Ledger.After(Place.Start, TimeSpan.Zero);
        }
        catch (Exception unknown) when (unknown is TimeoutException or OrleansException)
        {
            // As long as nobody knows that its server has died.
        }
    }

    /// <summary>What the ledger says each second, said now; the command behind it is decided when it has been heard.</summary>
    private async Task Watched()
    {
        var state = (await new LogReader(show.Journal(), Show.Id).ReadOn()).Fold(Teleconference.Initial);
        await Cans.Watch(clock.GetUtcNow(), state.LaunchSlice(Show.Cans)!.Seq);
        await Cans.Send(Show.New(new TakeBackCall(Show.Cans, -1)).By(Show.Anna));
    }

    private async Task<int> Overdue() => (await show.Journal().Read(Show.Id, 0)).Count(e => e.Type == "confirmation_overdue");

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition()) await Task.Delay(20, patience.Token);
    }
}
