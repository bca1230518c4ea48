using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>The host between the wall clock, which people set, and the steady one.</summary>
public class ClockTests
{
    [Fact]
    public async Task While_both_clocks_go_on_alike_nothing_is_told()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var host = await show.Host(clock: clock);
        clock.Pass(TimeSpan.FromHours(5));
        await host.CheckClock();
        Assert.Equal(1, host.State.Seq);
    }

    [Theory]
    [InlineData(1_999, 1)]
    [InlineData(-1_999, 1)]
    [InlineData(2_001, 2)]
    [InlineData(-2_001, 2)]
    public async Task More_than_two_seconds_apart_is_a_step(int milliseconds, long seq)
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var host = await show.Host(clock: clock);
        clock.Set(TimeSpan.FromMilliseconds(milliseconds));
        await host.CheckClock();
        await host.CheckClock();
        Assert.Equal(seq, host.State.Seq);
    }

    [Fact]
    public async Task Times_never_go_back_while_the_clocks_are_in_step_and_are_true_after_a_step()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var host = await show.Host(clock: clock);
        await host.Send(Show.New(new Start()), Show.Anna);
        var started = host.State.StartedAt;
        clock.Set(TimeSpan.FromSeconds(-1));
        await host.Send(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true)), Show.Shymkent);
        Assert.Equal(started, host.State.Site("shymkent")!.Readiness.At);

        clock.Set(TimeSpan.FromHours(-3));
        await host.Send(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true)), Show.Shymkent);
        Assert.Equal(clock.GetUtcNow(), host.State.Site("shymkent")!.Readiness.At);
        Assert.InRange(clock.GetUtcNow() - host.State.StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_while_the_server_was_down_is_seen_at_the_start()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        await (await show.Host(clock: clock)).Send(Show.New(new Start()), Show.Anna);
        clock.Set(TimeSpan.FromHours(-3));
        var again = await show.Host(clock: clock);
        await again.CheckClock();
        Assert.InRange(clock.GetUtcNow() - again.State.StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Two_processes_that_see_one_step_record_it_once()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var (one, two) = (await show.Host(clock: clock), await show.Host(clock: clock));
        clock.Set(TimeSpan.FromHours(3));
        await Task.WhenAll(one.CheckClock(), two.CheckClock());
        await Task.WhenAll(one.CatchUp(), two.CatchUp());
        Assert.Equal((2, 2), (one.State.Seq, two.State.Seq));
    }

    [Fact]
    public async Task What_has_ended_has_no_steps_and_later_times_are_true()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var host = await show.Host(clock: clock);
        await host.Send(Show.New(new Start()), Show.Anna);
        var cans = host.State.Plan!.Launches.Single(launch => launch.Site == "shymkent").Id;
        await host.Send(Show.New(new CallLaunch(cans)), Show.Anna);
        await host.Send(Show.New(new End(host.State.Order.OnAirId!)), Show.Anna);
        var seq = host.State.Seq;
        clock.Set(TimeSpan.FromHours(-3));
        await host.CheckClock();
        Assert.Equal(seq, host.State.Seq);
        await host.Send(Show.New(new ConfirmLaunch(cans)), Show.Shymkent);
        Assert.Equal(clock.GetUtcNow(), host.State.Launch(cans)!.ChangedAt);
    }

    /// <summary>A wall clock that can be set, and a steady one that cannot.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset wall = new(2021, 9, 28, 5, 0, 0, TimeSpan.Zero);
        private long steady;

        public override DateTimeOffset GetUtcNow() => wall;
        public override long GetTimestamp() => steady;
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        internal void Pass(TimeSpan time)
        {
            wall += time;
            steady += time.Ticks;
        }

        internal void Set(TimeSpan by) => wall += by;
    }
}
