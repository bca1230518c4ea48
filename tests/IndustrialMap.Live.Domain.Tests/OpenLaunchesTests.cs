using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Nothing is left behind: open launches, the confirmation window, calls taken back, words that came too late.</summary>
public class OpenLaunchesTests
{
    private static readonly Actor A = Show.OperatorA, B = Show.OperatorB, Site = Show.Coordinator(Map2021.CansSite);

    [Fact]
    public void A_launch_is_open_from_its_segment_on_until_it_is_confirmed_or_postponed()
    {
        var show = Show.Live();
        Assert.Empty(OpenLaunches.Now(show.State));
        show.Accepted(A, Press.Next);
        Assert.Equal(["2021-01"], Open(show));
        show.Accepted(A, Press.Next);
        Assert.Equal(["2021-01", "2021-02"], Open(show));
        show.Accepted(A, new CallLaunch("2021-01"));
        Assert.Equal(["2021-01", "2021-02"], Open(show));
        show.Accepted(Show.Coordinator("zhayrem"), new ConfirmLaunch("2021-01")).Accepted(B, new PostponeLaunch("2021-02", "Fog"));
        Assert.Empty(OpenLaunches.Now(show.State));
        show.Accepted(B, new BringBackLaunch("2021-02", "No fog"));
        Assert.Equal(["2021-02"], Open(show));
    }

    [Fact]
    public void A_called_launch_is_open_wherever_it_stands_and_a_skipped_one_although_it_is_not_called()
    {
        var show = Show.Live().Accepted(A, new CallLaunch("2021-06")).Accepted(A, new SkipSegment(0, "2021-04"));
        Assert.Equal(["2021-04", "2021-06"], Open(show));
    }

    [Fact]
    public void At_the_end_every_launch_that_is_planned_or_called_is_open_also_one_in_no_segment()
    {
        var show = Show.Live().Accepted(A, new MoveLaunch(Map2021.Cans, "2021-05", null)).Accepted(A, new PostponeLaunch("2021-01", "Fog"));
        Assert.Equal(["2021-02", "2021-03", "2021-04", "2021-05", "2021-06"], OpenLaunches.AtEnd(show.State).Select(launch => launch.Id));
        show.Refused(LaunchesOpen, A, new End(show.State.Order.Step, ["2021-02", "2021-03", "2021-04"]), null, null, "2021-05", "2021-06");
        show.Accepted(A, Press.End);
        Assert.Empty(OpenLaunches.Now(show.State));
    }

    [Fact]
    public void A_step_that_does_not_name_what_it_leaves_open_is_refused_with_the_names()
    {
        var show = Show.Live().Accepted(A, Press.Next).Accepted(B, new CallLaunch("2021-06"));
        var step = show.State.Order.Step;
        show.Refused(LaunchesOpen, A, new Next(step, "2021-02"), null, null, "2021-01", "2021-06");
        show.Refused(LaunchesOpen, A, new Jump(step, "2021-04", ["2021-01"]), null, null, "2021-06");
        show.Accepted(A, new Next(step, "2021-02", ["2021-06", "2021-01", "2021-05"]));
    }

    [Fact]
    public void A_mistaken_call_is_taken_back_while_it_is_unconfirmed()
    {
        var show = Called().Accepted(B, new TakeBackCall(Map2021.Cans, 1));
        Assert.Equal((LaunchState.Planned, 1), (Cans(show).State, Cans(show).Attempt));
        show.AcceptedButNothingChanges(A, new TakeBackCall(Map2021.Cans, 1));
        show.Accepted(A, new CallLaunch(Map2021.Cans, 1)).Refused(CallSuperseded, B, new TakeBackCall(Map2021.Cans, 1));
        show.Accepted(Site, new ConfirmLaunch(Map2021.Cans, 2)).Refused(LaunchNotCalled, A, new TakeBackCall(Map2021.Cans, 2), "confirmed");
    }

    [Fact]
    public void A_call_that_comes_late_does_not_call_what_was_taken_back() =>
        Called().Accepted(B, new TakeBackCall(Map2021.Cans, 1)).Refused(LaunchChanged, A, new CallLaunch(Map2021.Cans, 0), "planned");

    [Fact]
    public void What_is_postponed_is_postponed_as_it_was_seen()
    {
        var seen = new PostponeLaunch(Map2021.Cans, "Fog", LaunchState.Planned, 0);
        Called().Refused(LaunchChanged, A, seen, "called");
        Called().Accepted(B, new TakeBackCall(Map2021.Cans, 1)).Refused(LaunchChanged, A, seen, "planned");
        Show.Live().Accepted(A, seen);
    }

    [Fact]
    public void A_confirmation_is_retracted_as_it_was_seen()
    {
        var show = Called().Accepted(Site, new ConfirmLaunch(Map2021.Cans)).Accepted(A, new RetractConfirmation(Map2021.Cans, "Early", 1))
            .Accepted(Site, new ConfirmLaunch(Map2021.Cans));
        show.Refused(LaunchChanged, B, new RetractConfirmation(Map2021.Cans, "Early", 1), "confirmed");
    }

    [Theory]
    [InlineData(null, null, 90), InlineData(60, null, 60), InlineData(60, 5, 5), InlineData(null, 300, 300)]
    public void The_window_is_the_launchs_own_or_the_plans_or_ninety_seconds(int? plan, int? launch, int seconds)
    {
        var launches = Map2021.Launches.Select(each => each.Id == Map2021.Cans ? each with { ConfirmationSeconds = launch } : each);
        var show = new Show(Map2021.Plan with { ConfirmationSeconds = plan, Launches = [.. launches] })
            .Accepted(A, new Start()).Accepted(A, new CallLaunch(Map2021.Cans));
        Assert.Equal(show.Now.AddSeconds(seconds), Slice(show).ConfirmBy);
    }

    [Fact]
    public void A_call_that_nobody_confirms_is_overdue_when_its_window_has_run_out_and_once()
    {
        var show = Called();
        var by = Slice(show).ConfirmBy!.Value;
        show.AcceptedButNothingChanges(Actor.Server, new ReportOverdue(Map2021.Cans, Slice(show).Seq, by.AddTicks(-1)));
        show.Accepted(Actor.Server, new ReportOverdue(Map2021.Cans, Slice(show).Seq, by));
        Assert.True(Cans(show).Overdue);
        Assert.Null(Slice(show).ConfirmBy);
        show.AcceptedButNothingChanges(Actor.Server, new ReportOverdue(Map2021.Cans, Slice(show).Seq, by.AddHours(1)));
        show.Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1));
        Assert.False(Cans(show).Overdue);
    }

    [Fact]
    public void The_window_begins_anew_with_each_attempt()
    {
        var show = Called();
        show.Accepted(Actor.Server, new ReportOverdue(Map2021.Cans, Slice(show).Seq, show.Now.AddHours(1)))
            .Accepted(Site, new ConfirmLaunch(Map2021.Cans)).Accepted(A, new RetractConfirmation(Map2021.Cans, "Early"));
        Assert.Equal((false, show.Now.AddSeconds(90)), (Cans(show).Overdue, Slice(show).ConfirmBy));
    }

    /// <summary>The time and the launch were of one moment: what the clock was set by in between counts for neither.</summary>
    [Fact]
    public void A_word_about_another_slice_says_nothing()
    {
        var show = Called();
        var seen = Slice(show).Seq;
        show.Send(Actor.Server, new ReportClockStep(3_600_000));
        show.AcceptedButNothingChanges(Actor.Server, new ReportOverdue(Map2021.Cans, seen, show.Now));
    }

    [Fact]
    public void A_sites_word_that_comes_too_late_is_refused_and_told_once()
    {
        var show = Called().Accepted(B, new TakeBackCall(Map2021.Cans, 1));
        var (late, id) = (new ConfirmLaunch(Map2021.Cans, 1), "the-sites-own-id");
        Assert.Equal(LaunchNotCalled, show.Send(Site, late, id).Refusal?.Code);
        Assert.Equal(new ConfirmationRefused(Map2021.Cans, LaunchNotCalled), show.Log[^1].Event);
        var told = show.State.Seq;
        Assert.Equal(LaunchNotCalled, show.Send(Site, late, id).Refusal?.Code);
        Assert.Equal(told, show.State.Seq);

        // Decided anew: called again, the very same word is good.
        show.Accepted(A, new CallLaunch(Map2021.Cans));
        Assert.Equal(CallSuperseded, show.Send(Site, late, "another-id").Refusal?.Code);
        Assert.Equal(new ConfirmationRefused(Map2021.Cans, CallSuperseded), show.Log[^1].Event);
    }

    [Fact]
    public void An_operators_refused_word_is_no_alarm()
    {
        var show = Show.Live();
        show.Refused(LaunchNotCalled, A, new ConfirmLaunch(Map2021.Cans, null, "Told by telephone"), "planned");
        Assert.IsNotType<ConfirmationRefused>(show.Log[^1].Event);
    }

    private static IEnumerable<string> Open(Show show) => OpenLaunches.Now(show.State).Select(launch => launch.Id);

    private static Launch Cans(Show show) => show.State.Launch(Map2021.Cans)!;

    private static LaunchSlice Slice(Show show) => show.State.LaunchSlice(Map2021.Cans)!;

    private static Show Called() => Show.Live().Accepted(A, new CallLaunch(Map2021.Cans));
}
