using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Start, next, back and end.</summary>
public class RunningOrders
{
    [Fact]
    public void The_start_puts_the_first_segment_on_air()
    {
        var show = Show.Live();
        Assert.Equal(Phase.Live, show.State.Phase);
        Assert.Equal("opening", show.State.Order.OnAirId);
        Assert.Equal(show.Now, show.State.StartedAt);
        Assert.Equal(new Segment("opening", show.Now), show.State.Order.Segments[0]);
    }

    [Fact]
    public void It_starts_once() => Show.Live().Refused(AlreadyStarted, Show.OperatorB, new Start());

    [Fact]
    public void It_does_not_start_again_after_the_end() => Ended().Refused(AlreadyEnded, Show.OperatorB, new Start());

    [Fact]
    public void Next_ends_the_segment_on_air_when_the_next_one_begins()
    {
        var show = Show.Live();
        var started = show.Now;
        show.Accepted(Show.OperatorA, new Next("opening"));
        Assert.Equal("2021-01", show.State.Order.OnAirId);
        Assert.Equal(new Segment("opening", started, show.Now), show.State.Order.Segments[0]);
        Assert.Equal(new Segment("2021-01", show.Now), show.State.Order.Segments[1]);
    }

    [Fact]
    public void Two_Nexts_that_name_the_same_segment_on_air_advance_once()
    {
        var show = Show.Live().Accepted(Show.OperatorA, new Next("opening"));
        show.Refused(OnAirMoved, Show.OperatorB, new Next("opening"), "2021-01");
        Assert.Equal("2021-01", show.State.Order.OnAirId);
    }

    [Fact]
    public void After_the_last_segment_there_is_nothing_next() =>
        AtClosing().Refused(NothingNext, Show.OperatorA, new Next("closing"));

    [Fact]
    public void Back_puts_the_segment_before_on_air_as_if_it_had_never_left()
    {
        var show = Show.Live();
        var before = show.State.Order;
        show.Accepted(Show.OperatorA, new Next("opening")).Accepted(Show.OperatorA, new Back("2021-01"));
        Assert.Equal(before.Segments.AsEnumerable(), show.State.Order.Segments);
        Assert.Equal("opening", show.State.Order.OnAirId);
    }

    [Fact]
    public void Back_can_be_pressed_again_and_again_down_to_the_first_segment()
    {
        var show = Show.Live();
        var before = show.State.Order;
        show.Accepted(Show.OperatorA, new Next("opening")).Accepted(Show.OperatorA, new Next("2021-01"))
            .Accepted(Show.OperatorB, new Back("2021-02")).Accepted(Show.OperatorB, new Back("2021-01"));
        Assert.Equal(before.Segments.AsEnumerable(), show.State.Order.Segments);
        show.Refused(NothingBefore, Show.OperatorB, new Back("opening"));
    }

    [Fact]
    public void Two_Backs_that_name_the_same_segment_on_air_step_back_once() => AtClosing()
        .Accepted(Show.OperatorA, new Back("closing"))
        .Refused(OnAirMoved, Show.OperatorB, new Back("closing"), "2021-06");

    [Fact]
    public void Back_never_changes_a_launch()
    {
        var show = Show.Live()
            .Accepted(Show.OperatorA, new Next("opening"))
            .Accepted(Show.OperatorA, new CallLaunch("2021-01"))
            .Accepted(Show.Coordinator("zhayrem"), new ConfirmLaunch("2021-01"));
        var (launches, totals) = (show.State.Launches, show.State.Totals);
        show.Accepted(Show.OperatorA, new Back("2021-01"));
        Assert.Equal(launches.AsEnumerable(), show.State.Launches);
        Assert.Same(totals, show.State.Totals);
    }

    [Fact]
    public void The_end_takes_the_last_segment_off_the_air()
    {
        var show = AtClosing().Accepted(Show.OperatorA, new End("closing"));
        Assert.Equal(Phase.Ended, show.State.Phase);
        Assert.Equal(show.Now, show.State.EndedAt);
        Assert.Equal(show.Now, show.State.Order.Segments[^1].EndedAt);
        Assert.Null(show.State.Order.OnAir);
    }

    [Fact]
    public void It_may_end_at_any_segment()
    {
        var show = Ended();
        Assert.Equal(show.Now, show.State.Order.Segments[0].EndedAt);
        Assert.All(show.State.Order.Segments.Skip(1), segment => Assert.Null(segment.StartedAt));
    }

    [Fact]
    public void An_End_that_names_another_segment_on_air_is_refused() => Show.Live()
        .Accepted(Show.OperatorA, new Next("opening"))
        .Refused(OnAirMoved, Show.OperatorB, new End("opening"), "2021-01");

    public static TheoryData<Type> WhatNamesTheSegmentOnAir => [typeof(Next), typeof(Back), typeof(End)];

    [Theory]
    [MemberData(nameof(WhatNamesTheSegmentOnAir))]
    public void Before_the_start_nothing_moves(Type type) =>
        new Show(Map2021.Plan).Refused(NotStarted, Show.OperatorA, Naming("opening", type));

    [Theory]
    [MemberData(nameof(WhatNamesTheSegmentOnAir))]
    public void After_the_end_nothing_moves(Type type) =>
        Ended().Refused(AlreadyEnded, Show.OperatorA, Naming("opening", type));

    [Theory]
    [MemberData(nameof(WhatNamesTheSegmentOnAir))]
    public void A_segment_that_the_plan_does_not_have_is_unknown(Type type) =>
        Show.Live().Refused(UnknownSegment, Show.OperatorA, Naming("intermission", type));

    private static Command Naming(string onAir, Type type) =>
        Commands.All(Map2021.CansSite, Map2021.Cans, onAir).Single(command => command.GetType() == type);

    private static Show Ended() => Show.Live().Accepted(Show.OperatorA, new End("opening"));

    private static Show AtClosing() => Map2021.Plan.Segments.SkipLast(1)
        .Aggregate(Show.Live(), (show, segment) => show.Accepted(Show.OperatorA, new Next(segment.Id)));
}
