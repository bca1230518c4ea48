using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

public class ClusterTests
{
    /// <summary>Orleans' own clock is the system's: ours, when somebody sets it, takes no silo for dead and keeps no call waiting.</summary>
    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_clock_that_is_set_is_an_event_of_the_show_and_no_matter_to_the_silos(int hours)
    {
        await using var show = await Show.Draft();
        var clock = new MovableClock();
        await using var cluster = await Cluster.Start(show.Journal(), clock: clock);
        var ledger = cluster.Grains.GetGrain<ITeleconferenceGrain>(Show.Id);
        Assert.Null((await ledger.Send(Show.New(new Start()).By(Show.Anna))).Answer!.Refusal);
        clock.Offset = TimeSpan.FromHours(hours);
        Assert.Null((await ledger.Send(Show.New(new Hold(3)).By(Show.Anna))).Answer!.Refusal);
        var log = (await new LogReader(show.Journal(), Show.Id).ReadOn()).Select(read => read.Envelope.Event).ToArray();
        Assert.InRange(Assert.Single(log.OfType<ClockStepped>()).Milliseconds / 3_600_000.0, hours - 0.01, hours + 0.01);
        Assert.Equal(3, cluster.Silos.GetActiveSilos().Count());
    }

    private sealed class MovableClock : TimeProvider
    {
        internal TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }

    [Fact]
    public async Task A_show_is_played_through_its_grains()
    {
        await using var show = await Show.Draft();
        await using var cluster = await Cluster.Start(show.Journal());
        var known = (await new LogReader(show.Journal(), Show.Id).ReadOn()).Fold(Teleconference.Initial);
        async Task<CommandAnswer> Send(Command command, Actor by) => (await cluster.Grains.Send(known, Show.New(command).By(by))).Answer!;

        Assert.Null((await Send(new ReportReadiness("shymkent", ReadinessItem.Sound, true), Show.Shymkent)).Refusal);
        Assert.Equal(RefusalCode.NotStarted, (await Send(new CallLaunch(Show.Cans), Show.Anna)).Refusal);
        Assert.Null((await Send(new Start(), Show.Anna)).Refusal);
        Assert.Null((await Send(new CallLaunch(Show.Cans), Show.Anna)).Refusal);
        Assert.Null((await Send(new ConfirmLaunch(Show.Cans, 1), Show.Shymkent)).Refusal);
        var log = await new LogReader(show.Journal(), Show.Id).ReadOn();
        Assert.Equal(1, log.Fold(Teleconference.Initial).Totals.Today.Projects);
    }
}
