using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Start, next, back, jump, hold and end: what is on air.</summary>
public class RunningOrders
{
    private static readonly Actor A = Show.OperatorA, B = Show.OperatorB;

    [Fact]
    public void The_start_puts_the_first_segment_on_air()
    {
        var show = Show.Live();
        Assert.Equal(Phase.Live, show.State.Phase);
        Assert.Equal("opening", show.State.Order.OnAirId);
        Assert.Equal(show.Now, show.State.StartedAt);
        Assert.Equal((show.Now, null), Run(show, "opening"));
    }

    [Fact]
    public void The_start_passes_over_what_is_skipped() => Assert.Equal(
        "2021-01", new Show(Map2021.Plan).Accepted(A, new SkipSegment(0, "opening")).Accepted(A, new Start()).State.Order.OnAirId);

    [Fact]
    public void It_starts_once() => Show.Live().Refused(AlreadyStarted, B, new Start());

    [Fact]
    public void It_does_not_start_again_after_the_end() => Ended().Refused(AlreadyEnded, B, new Start());

    [Fact]
    public void Next_ends_the_segment_on_air_when_the_next_one_begins()
    {
        var show = Show.Live();
        var started = show.Now;
        show.Accepted(A, Press.Next);
        Assert.Equal("2021-01", show.State.Order.OnAirId);
        Assert.Equal((started, show.Now), Run(show, "opening"));
        Assert.Equal((show.Now, null), Run(show, "2021-01"));
    }

    [Fact]
    public void Two_Nexts_that_name_the_same_step_advance_once()
    {
        var show = Show.Live();
        var seen = Press.Next(show.State);
        show.Accepted(A, seen).Refused(OnAirMoved, B, seen, "2021-01", show.State.Seq);
        Assert.Equal("2021-01", show.State.Order.OnAirId);
    }

    /// <summary>The opening is on air again, but not by the step that the late press names.</summary>
    [Fact]
    public void A_Next_that_comes_late_does_not_advance_although_the_same_segment_is_on_air_again()
    {
        var show = Show.Live();
        var seen = Press.Next(show.State);
        show.Accepted(A, seen).Accepted(A, Press.Back).Refused(OnAirMoved, B, seen, "opening", show.State.Seq);
    }

    [Fact]
    public void Next_puts_on_air_what_its_sender_means_or_nothing()
    {
        var show = Show.Live();
        var seen = Press.Next(show.State);
        show.Accepted(B, new MoveSegment(0, "2021-06", "2021-01")).Refused(NextChanged, A, seen, "2021-06", show.State.Seq);
        show.Accepted(B, new MoveSegment(show.State.Order.Version, "2021-06", null)).Accepted(A, seen);
        Assert.Equal("2021-01", show.State.Order.OnAirId);
    }

    [Fact]
    public void Next_passes_over_what_is_skipped_and_names_the_event_that_skipped_it()
    {
        var show = Show.Live();
        var seen = Press.Next(show.State);
        show.Accepted(B, new SkipSegment(0, "2021-01")).Refused(NextChanged, A, seen, "2021-02", show.State.Seq);
    }

    [Fact]
    public void After_the_last_segment_there_is_nothing_next() => Refused(AtClosing(), NothingNext, Press.Next);

    [Fact]
    public void Back_puts_the_segment_before_on_air_as_if_it_had_never_left()
    {
        var show = Show.Live();
        var before = show.State.Order;
        show.Accepted(A, Press.Next).Accepted(A, Press.Back);
        Assert.Equal(before.Segments.AsEnumerable(), show.State.Order.Segments);
        Assert.Equal("opening", show.State.Order.OnAirId);
    }

    [Fact]
    public void Back_can_be_pressed_again_and_again_down_to_the_first_segment()
    {
        var show = Show.Live();
        var before = show.State.Order;
        show.Accepted(A, Press.Next).Accepted(A, Press.Next).Accepted(B, Press.Back).Accepted(B, Press.Back);
        Assert.Equal(before.Segments.AsEnumerable(), show.State.Order.Segments);
        Refused(show, NothingBefore, Press.Back);
    }

    [Fact]
    public void Back_goes_to_what_was_on_air_before_and_not_to_what_stands_before()
    {
        var show = Show.Live();
        show.Accepted(A, Press.Jump(show.State, "2021-06")).Accepted(A, Press.Back);
        Assert.Equal("opening", show.State.Order.OnAirId);
        Assert.Equal((null, null), Run(show, "2021-06"));
    }

    [Fact]
    public void Two_Backs_that_name_the_same_step_step_back_once()
    {
        var show = AtClosing();
        var seen = Press.Back(show.State);
        show.Accepted(A, seen).Refused(OnAirMoved, B, seen, "2021-06", show.State.Seq);
    }

    [Fact]
    public void Back_never_changes_a_launch()
    {
        var show = Show.Live()
            .Accepted(A, Press.Next)
            .Accepted(A, new CallLaunch("2021-01"))
            .Accepted(Show.Coordinator("zhayrem"), new ConfirmLaunch("2021-01"));
        var (launches, totals) = (show.State.Launches, show.State.Totals);
        show.Accepted(A, Press.Back);
        Assert.Equal(launches.AsEnumerable(), show.State.Launches);
        Assert.Same(totals, show.State.Totals);
    }

    [Fact]
    public void A_jump_puts_any_segment_on_air_and_one_that_is_on_air_stays()
    {
        var show = Show.Live();
        show.Accepted(A, Press.Jump(show.State, "2021-04"));
        Assert.Equal("2021-04", show.State.Order.OnAirId);
        Assert.Equal(show.Now, Run(show, "opening").Ended);
        show.AcceptedButNothingChanges(B, Press.Jump(show.State, "2021-04"));
        show.Accepted(B, new SkipSegment(0, "2021-02")).Accepted(B, Press.Jump(show.State, "2021-02"));
        Assert.False(show.State.Order.Find("2021-02")!.Skipped);
    }

    [Fact]
    public void A_jump_from_a_draft_starts_the_show()
    {
        var show = new Show(Map2021.Plan).Accepted(A, new Jump(0, "2021-03"));
        Assert.Equal((Phase.Live, "2021-03"), (show.State.Phase, show.State.Order.OnAirId));
    }

    [Fact]
    public void A_segment_that_is_on_air_anew_begins_anew()
    {
        var show = Show.Live().Accepted(A, Press.Next);
        show.Accepted(A, Press.Jump(show.State, "opening"));
        Assert.Equal((show.Now, null), Run(show, "opening"));
    }

    [Fact]
    public void Back_goes_the_whole_way_back_that_the_show_went_through_one_segment_twice()
    {
        var show = Show.Live();
        var started = show.Now;
        show.Accepted(A, Press.Next).Accepted(A, s => Press.Jump(s, "opening")).Accepted(A, Press.Next)
            .Accepted(A, Press.Back).Accepted(A, Press.Back);
        Assert.Equal("2021-01", show.State.Order.OnAirId);
        Assert.Equal(started, Run(show, "opening").Started);
        show.Accepted(A, Press.Back);
        Assert.Equal((started, null), Run(show, "opening"));
        Refused(show, NothingBefore, Press.Back);
    }

    [Fact]
    public void While_it_is_held_a_segments_clock_stands()
    {
        var show = Show.Live().Accepted(A, Press.Hold);
        var since = show.Now;
        show.AcceptedButNothingChanges(B, Press.Hold(show.State));
        show.Accepted(B, Press.Resume);
        var first = show.Now - since;
        show.AcceptedButNothingChanges(B, Press.Resume(show.State));
        show.Accepted(A, Press.Hold);
        since = show.Now;
        show.Accepted(A, Press.Next);
        Assert.Equal((long)first.TotalMilliseconds + (long)(show.Now - since).TotalMilliseconds, show.State.Order.Segments[0].HeldMilliseconds);
        Assert.Null(show.State.Order.HeldSince);
    }

    [Fact]
    public void The_end_takes_the_last_segment_off_the_air()
    {
        var show = AtClosing().Accepted(A, Press.End);
        Assert.Equal(Phase.Ended, show.State.Phase);
        Assert.Equal(show.Now, show.State.EndedAt);
        Assert.Equal(show.Now, Run(show, "closing").Ended);
        Assert.Null(show.State.Order.OnAir);
    }

    [Fact]
    public void It_may_end_at_any_segment()
    {
        var show = Ended();
        Assert.Equal(show.Now, Run(show, "opening").Ended);
        Assert.All(show.State.Order.Segments.Skip(1), segment => Assert.Null(segment.StartedAt));
    }

    [Fact]
    public void The_end_is_taken_back_by_any_operator_with_a_reason()
    {
        var show = Show.Live().Accepted(A, Press.Next);
        var onAir = Run(show, "2021-01");
        show.Accepted(A, Press.End);
        show.Refused(ReasonRequired, B, new Reopen(show.State.Order.Step, " "));
        show.Refused(OnAirMoved, B, new Reopen(show.State.Order.Step - 1, "Too early"), null, show.State.Order.Step);
        show.Accepted(B, new Reopen(show.State.Order.Step, "Too early"));
        Assert.Equal((Phase.Live, "2021-01", null), (show.State.Phase, show.State.Order.OnAirId, show.State.EndedAt));
        Assert.Equal(onAir, Run(show, "2021-01"));
        Refused(show, NotEnded, state => new Reopen(state.Order.Step, "Again"));
        show.Accepted(B, Press.Back);
        Assert.Equal("opening", show.State.Order.OnAirId);
    }

    public static TheoryData<string> WhatNamesAStep => ["next", "back", "hold", "resume", "end", "jump"];

    [Theory]
    [MemberData(nameof(WhatNamesAStep))]
    public void What_names_another_step_is_refused_with_what_changed(string what)
    {
        var show = Show.Live();
        var late = Naming(what, show.State.Order.Step);
        show.Accepted(A, Press.Next).Refused(OnAirMoved, B, late, "2021-01", show.State.Seq);
    }

    [Theory]
    [MemberData(nameof(WhatNamesAStep))]
    public void What_names_no_step_is_refused(string what) => Show.Live().Refused(StepMissing, A, Naming(what, null));

    [Theory]
    [MemberData(nameof(WhatNamesAStep))]
    public void After_the_end_nothing_moves(string what) => Refused(Ended(), AlreadyEnded, state => Naming(what, state.Order.Step));

    [Theory]
    [InlineData("next"), InlineData("back"), InlineData("hold"), InlineData("resume"), InlineData("end")]
    public void Before_the_start_nothing_moves(string what) => new Show(Map2021.Plan).Refused(NotStarted, A, Naming(what, 0));

    [Fact]
    public void A_segment_that_the_order_does_not_have_is_unknown()
    {
        Refused(Show.Live(), UnknownSegment, state => new Next(state.Order.Step, "intermission"));
        Refused(Show.Live(), UnknownSegment, state => new Jump(state.Order.Step, "intermission"));
    }

    private static Command Naming(string what, long? step) => what switch
    {
        "next" => new Next(step, "2021-01"),
        "jump" => new Jump(step, "2021-03"),
        "back" => new Back(step),
        "hold" => new Hold(step),
        "resume" => new Resume(step),
        _ => new End(step, [.. Map2021.Launches.Select(launch => launch.Id)]),
    };

    private static void Refused(Show show, RefusalCode code, Func<Teleconference, Command> press) => show.Refused(code, A, press(show.State));

    private static (DateTimeOffset? Started, DateTimeOffset? Ended) Run(Show show, string segment) =>
        show.State.Order.Find(segment) is { } row ? (row.StartedAt, row.EndedAt) : throw new ArgumentException(segment);

    private static Show Ended() => Show.Live().Accepted(A, Press.End);

    private static Show AtClosing() =>
        Map2021.Plan.Segments.SkipLast(1).Aggregate(Show.Live(), (show, _) => show.Accepted(A, Press.Next));
}
