namespace IndustrialMap.Live.Domain.Tests;

/// <summary>The server's clock is set while a show runs.</summary>
public class ClockSteps
{
    private static readonly TimeSpan ThreeHours = TimeSpan.FromHours(3);

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public void Times_before_the_step_are_told_by_the_clock_after_it(int hours)
    {
        var show = Show.Live();
        var before = show.State;
        show.Accepted(Actor.Server, new ReportClockStep((long)TimeSpan.FromHours(hours).TotalMilliseconds));
        Assert.Equal(before.StartedAt + TimeSpan.FromHours(hours), show.State.StartedAt);
        Assert.Equal(before.Order.Segments[0].StartedAt + TimeSpan.FromHours(hours), show.State.Order.Segments[0].StartedAt);
    }

    [Fact]
    public void Forward_and_back_again_leaves_everything_as_it_was()
    {
        var show = Show.Live();
        var before = show.State;
        show.Accepted(Actor.Server, new ReportClockStep((long)ThreeHours.TotalMilliseconds));
        show.Accepted(Actor.Server, new ReportClockStep(-(long)ThreeHours.TotalMilliseconds));
        Assert.Equal((before.StartedAt, before.Order.Segments[0]), (show.State.StartedAt, show.State.Order.Segments[0]));
    }

    [Fact]
    public void What_has_ended_keeps_its_times()
    {
        var show = Show.Live();
        show.Accepted(Show.OperatorA, Press.End);
        show.AcceptedButNothingChanges(Actor.Server, new ReportClockStep(10_000));
    }

    [Fact]
    public void A_step_of_nothing_is_nothing() => Show.Live().AcceptedButNothingChanges(Actor.Server, new ReportClockStep(0));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void No_step_leaves_the_calendar(long milliseconds)
    {
        var state = Show.Live().State;
        var after = state.Apply(new(state.Seq + 1, DateTimeOffset.UnixEpoch, Actor.Server, new ClockStepped(milliseconds)));
        Assert.NotEqual(state.StartedAt, after.StartedAt);
    }
}
