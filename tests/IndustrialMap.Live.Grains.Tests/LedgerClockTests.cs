using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>The ledger between the wall clock, which people set, and the steady one.</summary>
public class LedgerClockTests
{
    [Fact]
    public async Task While_both_clocks_go_on_alike_nothing_is_told()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var ledger = await show.Ledger(clock: clock).Look();
        clock.Pass(TimeSpan.FromHours(5));
        await ledger.Look();
        Assert.Equal(1, ledger.State.Seq);
    }

    [Theory]
    [InlineData(2_000, 1)]
    [InlineData(-2_000, 1)]
    [InlineData(2_001, 2)]
    [InlineData(-2_001, 2)]
    public async Task More_than_two_seconds_apart_is_a_step(int milliseconds, long seq)
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var ledger = await show.Ledger(clock: clock).Look();
        clock.Set(TimeSpan.FromMilliseconds(milliseconds));
        await ledger.Look();
        await ledger.Look();
        Assert.Equal(seq, ledger.State.Seq);
    }

    [Fact]
    public async Task Times_never_go_back_while_the_clocks_are_in_step_and_are_true_after_a_step()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var ledger = await show.Ledger(clock: clock).Look();
        await ledger.Send(new Start(), Show.Anna);
        var started = ledger.State.StartedAt;
        clock.Set(TimeSpan.FromSeconds(-1));
        await ledger.Send(new ReportReadiness("shymkent", ReadinessItem.Sound, true), Show.Shymkent);
        Assert.Equal(started, ledger.State.Site("shymkent")!.Readiness.At);

        clock.Set(TimeSpan.FromHours(-3));
        await ledger.Send(new ReportReadiness("shymkent", ReadinessItem.Sound, true), Show.Shymkent);
        Assert.Equal(clock.GetUtcNow(), ledger.State.Site("shymkent")!.Readiness.At);
        Assert.InRange(clock.GetUtcNow() - ledger.State.StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_while_the_server_was_down_is_seen_at_the_start()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        await show.Ledger(clock: clock).Send(new Start(), Show.Anna);
        clock.Set(TimeSpan.FromHours(-3));
        var again = await show.Ledger(clock: clock).Look();
        await again.Look();
        Assert.InRange(clock.GetUtcNow() - again.State.StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Two_processes_that_see_one_step_record_it_once()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var (one, two) = (await show.Ledger(clock: clock).Look(), await show.Ledger(clock: clock).Look());
        clock.Set(TimeSpan.FromHours(3));
        await Task.WhenAll(one.Look(), two.Look());
        await Task.WhenAll(one.Look(), two.Look());
        Assert.Equal((2, 2), (one.State.Seq, two.State.Seq));
    }

    [Fact]
    public async Task What_has_ended_has_no_steps_and_later_times_are_true()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var ledger = await show.Ledger(clock: clock).Look();
        await ledger.Send(new Start(), Show.Anna);
        await ledger.Send(new CallLaunch(Show.Cans), Show.Anna);
        await ledger.Send(Press.End(ledger.State), Show.Anna);
        var seq = ledger.State.Seq;
        clock.Set(TimeSpan.FromHours(-3));
        await ledger.Look();
        Assert.Equal(seq, ledger.State.Seq);
        await ledger.Send(new ConfirmLaunch(Show.Cans), Show.Shymkent);
        Assert.Equal(clock.GetUtcNow(), ledger.State.Launch(Show.Cans)!.ChangedAt);
    }

    /// <summary>Each server has a clock of its own, and one of them is wrong.</summary>
    [Theory]
    [InlineData(2_000)]
    [InlineData(-2_000)]
    [InlineData(7_000)]
    [InlineData(-7_000)]
    public async Task A_ledger_that_moves_to_a_server_with_another_clock_tells_the_difference_as_a_step(int milliseconds)
    {
        await using var show = await Show.Draft();
        var (here, there) = (new TwoClocks(), new TwoClocks());
        there.Set(TimeSpan.FromMilliseconds(milliseconds));
        var first = show.Ledger(clock: here);
        await first.Send(new Start(), Show.Anna);
        Pass(TimeSpan.FromMinutes(5));
        var told = (await first.Turn(one => one.After(first.Place, TimeSpan.Zero))).At;
        Assert.Equal(here.GetUtcNow(), told);
        var heard = new HeardLogs(there);
        heard.Hear(Show.Id, new([], At: told));
        Pass(TimeSpan.FromSeconds(9));

        var second = await show.Ledger(clock: there, heard: heard.Last(Show.Id)).Look();
        var steps = (await show.Journal().Read(Show.Id, first.State.Seq)).Count(recorded => recorded.Type == "clock_stepped");
        Assert.Equal(Math.Abs(milliseconds) > 2_000 ? 1 : 0, steps);
        var onAirFor = there.GetUtcNow() - second.State.Order.Segments[0].StartedAt!.Value;
        Assert.InRange(onAirFor, new TimeSpan(0, 5, 7), new TimeSpan(0, 5, 11));
        await second.Look();
        Assert.Equal(there.GetUtcNow(), (await second.Turn(one => one.After(second.Place, TimeSpan.Zero))).At + (steps == 0 ? there.Ahead : default));

        void Pass(TimeSpan time)
        {
            here.Pass(time);
            there.Pass(time);
        }
    }

    [Fact]
    public async Task Nothing_is_told_of_a_step_that_no_event_tells_yet()
    {
        await using var show = await Show.Draft();
        var clock = new TwoClocks();
        var ledger = show.Ledger(clock: clock);
        await ledger.Send(new Start(), Show.Anna);
        clock.Set(TimeSpan.FromHours(3));
        Assert.Equal(clock.GetUtcNow().AddHours(-3), (await ledger.Turn(one => one.After(ledger.Place, TimeSpan.Zero))).At);
        await ledger.Look();
        Assert.Equal(clock.GetUtcNow(), (await ledger.Turn(one => one.After(ledger.Place, TimeSpan.Zero))).At);
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

        internal TimeSpan Ahead { get; private set; }

        internal void Set(TimeSpan by)
        {
            wall += by;
            Ahead += by;
        }
    }
}
