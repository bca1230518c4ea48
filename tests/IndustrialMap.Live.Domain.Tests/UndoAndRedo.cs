using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Undo and redo of one's own steps and edits. What always holds of them stands in <see cref="WhatAnOrderHolds"/>.</summary>
public class UndoAndRedo
{
    private static readonly Actor A = Show.OperatorA, B = Show.OperatorB;

    [Fact]
    public void Next_is_undone_as_if_the_segment_had_never_left_and_done_again_now()
    {
        var show = Show.Live();
        var started = show.Now;
        show.Accepted(A, Press.Next);
        Undo(show, A);
        Assert.Equal(("opening", started), (show.State.Order.OnAirId, show.State.Order.Segments[0].StartedAt));
        Redo(show, A);
        Assert.Equal(("2021-01", show.Now), (show.State.Order.OnAirId, show.State.Order.Segments[1].StartedAt));
        Assert.Equal(show.Now, show.State.Order.Segments[0].EndedAt);
    }

    [Fact]
    public void Steps_and_edits_are_undone_from_the_last_to_the_first_and_done_again_in_their_order()
    {
        var show = Show.Live()
            .Accepted(A, Press.Next)
            .Accepted(A, new MoveSegment(0, "2021-05", "2021-02"))
            .Accepted(A, Press.Hold)
            .Accepted(A, new SkipSegment(0, "2021-03"));
        var done = show.State.Order;
        for (var i = 0; i < 4; i++) Undo(show, A);
        Assert.Equal("opening", show.State.Order.OnAirId);
        Assert.Equal(Map2021.Plan.Segments.Select(segment => segment.Id), show.State.Order.Segments.Select(segment => segment.Id));
        show.Refused(NothingToUndo, A, new UndoAct(3));
        for (var i = 0; i < 4; i++) Redo(show, A);
        Assert.Equal(done.Segments.Select(segment => (segment.Id, segment.Skipped)), show.State.Order.Segments.Select(segment => (segment.Id, segment.Skipped)));
        Assert.NotNull(show.State.Order.HeldSince);
        show.Refused(NothingToRedo, A, new RedoAct(3));
    }

    [Fact]
    public void What_is_done_anew_leaves_nothing_to_be_done_again()
    {
        var show = Show.Live().Accepted(A, Press.Hold);
        Undo(show, A);
        var undone = show.State.Order.RedoableBy(A.Name)!.Seq;
        show.Accepted(A, new AdjustDuration(0, "closing", 30)).Refused(NothingToRedo, A, new RedoAct(undone));
    }

    [Fact]
    public void Nobody_undoes_what_another_has_done()
    {
        var show = Show.Live().Accepted(A, Press.Next);
        show.Refused(NothingToUndo, B, new UndoAct(show.State.Seq));
        Assert.Null(show.State.Order.UndoableBy(B.Name));
    }

    [Fact]
    public void An_undo_names_what_it_will_undo_and_a_late_one_undoes_nothing()
    {
        var show = Show.Live().Accepted(A, Press.Next).Accepted(A, Press.Next);
        var seen = new UndoAct(show.State.Seq);
        show.Accepted(A, seen).Refused(NothingToUndo, A, seen);
        Assert.Equal("2021-01", show.State.Order.OnAirId);
    }

    /// <summary>What A has done, what B does upon it, and whether A can still undo.</summary>
    public static TheoryData<string, Func<Teleconference, Command>, Func<Teleconference, Command>, bool> Upon => new()
    {
        { "a step upon a step", Press.Next, Press.Next, false },
        { "a hold upon a step", Press.Next, Press.Hold, false },
        { "an edit upon a step", Press.Next, _ => new AdjustDuration(0, "opening", 30), true },
        { "a removal upon a step", _ => new Jump(3, "closing"), _ => new MoveSegment(0, "closing", "2021-01"), true },
        { "a step upon an edit", _ => new MoveSegment(0, "2021-06", "2021-01"), Press.Next, true },
        { "a move of another", _ => new MoveSegment(0, "2021-06", "2021-01"), s => new MoveSegment(s.Order.Version, "2021-05", "2021-01"), true },
        { "a move of the same", _ => new MoveSegment(0, "2021-06", "2021-01"), s => new MoveSegment(s.Order.Version, "2021-06", null), false },
        { "an edit of the same row", _ => new SkipSegment(0, "closing"), s => new AdjustDuration(s.Seq, "closing", 30), false },
        { "an edit of another row", _ => new SkipSegment(0, "closing"), _ => new AdjustDuration(0, "2021-01", 30), true },
        { "a move of an edited row", _ => new AdjustDuration(0, "closing", 30), s => new MoveSegment(s.Order.Version, "closing", "2021-01"), true },
        { "an edit of what was inserted", _ => Film, s => new AdjustDuration(s.Seq, "added-1", 30), false },
        { "a removal of what was moved", _ => new MoveSegment(0, "closing", "2021-01"), s => new RemoveSegment(s.Order.Version, "closing"), false },
        { "a removal of what it was moved from", _ => new MoveSegment(0, "2021-06", "2021-01"), s => new RemoveSegment(s.Order.Version, "closing"), true },
        { "a move of the same launch", _ => new MoveLaunch("2021-05", "2021-05", null), _ => new MoveLaunch("2021-05", null, "closing"), false },
    };

    [Theory, MemberData(nameof(Upon))]
    public void What_another_changed_since_is_not_undone_over_them(
        string what, Func<Teleconference, Command> one, Func<Teleconference, Command> upon, bool canBeUndone)
    {
        var show = Show.Live().Accepted(A, one);
        var undo = new UndoAct(show.State.Order.UndoableBy(A.Name)!.Seq);
        show.Accepted(B, upon);
        var later = show.State.Seq;
        if (canBeUndone) show.Accepted(A, undo);
        else show.Refused(ChangedSince, A, undo, null, later);
        if (canBeUndone) return;
        Undo(show, B);
        show.Accepted(A, undo);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_removed_segment_comes_back_to_its_place()
    {
        var show = Show.Live().Accepted(A, Film).Accepted(A, s => new RemoveSegment(s.Order.Version, "added-1"));
        Undo(show, A);
        Assert.Equal(["opening", "added-1", "2021-01"], show.State.Order.Segments.Take(3).Select(segment => segment.Id));
        Undo(show, A);
        Assert.DoesNotContain(show.State.Order.Segments, segment => segment.Id == "added-1");
    }

    /// <summary>By the same operator: what another does with it stands on it anyway.</summary>
    [Fact]
    public void An_inserted_segment_that_another_put_a_launch_into_or_on_air_stays()
    {
        var show = Show.Live().Accepted(A, Film);
        var undo = new UndoAct(show.State.Seq);
        show.Accepted(B, new MoveLaunch("2021-01", "2021-01", "added-1")).Refused(ChangedSince, A, undo, null, show.State.Seq);
        Undo(show, B);
        show.Accepted(B, s => Press.Jump(s, "added-1")).Refused(ChangedSince, A, undo, null, show.State.Seq);
    }

    [Fact]
    public void What_went_by_an_undo_is_not_stepped_to_again()
    {
        var show = Show.Live().Accepted(B, Film).Accepted(A, s => Press.Jump(s, "added-1"));
        Undo(show, A);
        Undo(show, B);
        show.Refused(UnknownSegment, A, new RedoAct(show.State.Order.RedoableBy(A.Name)!.Seq));
    }

    [Fact]
    public void A_step_done_again_names_the_open_launches_as_a_step_does()
    {
        var show = Show.Live().Accepted(A, Press.Next);
        Undo(show, A);
        show.Accepted(B, new CallLaunch(Map2021.Cans));
        var act = show.State.Order.RedoableBy(A.Name)!.Seq;
        show.Refused(LaunchesOpen, A, new RedoAct(act), null, null, Map2021.Cans);
        show.Accepted(A, new RedoAct(act, [Map2021.Cans]));
    }

    [Fact]
    public void Start_and_end_are_not_undone_and_nothing_of_the_air_before_an_end_is()
    {
        var show = Show.Live();
        Assert.Null(show.State.Order.UndoableBy(A.Name));
        show.Accepted(A, new SkipSegment(0, "2021-01")).Accepted(A, Press.Next).Accepted(A, Press.End)
            .Accepted(A, s => new Reopen(s.Order.Step, "Too early"));
        Assert.IsType<SegmentSkipped>(show.State.Order.UndoableBy(A.Name)!.Event);
    }

    [Fact]
    public void What_was_undone_before_an_end_is_not_done_again_over_it_and_over_what_was_done_since()
    {
        var show = Show.Live().Accepted(A, new AdjustDuration(0, "closing", 30));
        var undone = show.State.Order.UndoableBy(A.Name)!.Seq;
        Undo(show, A);
        show.Accepted(A, Press.Hold).Accepted(A, Press.End).Accepted(A, s => new Reopen(s.Order.Step, "Too early"));
        show.Refused(NothingToRedo, A, new RedoAct(undone));
    }

    [Fact]
    public void A_hundred_acts_can_be_undone_and_no_more()
    {
        var show = Show.Live();
        for (var i = 0; i < 101; i++) show.Accepted(A, s => new AdjustDuration(s.Order.Segments[1].Seq, "2021-01", 1));
        for (var i = 0; i < 100; i++) Undo(show, A);
        Assert.Equal(241, show.State.Order.Segments[1].Plan.PlannedSeconds);
        Assert.Null(show.State.Order.UndoableBy(A.Name));
    }

    private static InsertSegment Film => new(0, SegmentKind.Video, new Text("Film"), 90, null, null, "2021-01");

    private static void Undo(Show show, Actor by) => show.Accepted(by, state => new UndoAct(state.Order.UndoableBy(by.Name)!.Seq));

    private static void Redo(Show show, Actor by) => show.Accepted(by, state => new RedoAct(
        state.Order.RedoableBy(by.Name)!.Seq, [.. OpenLaunches.Now(state).Select(launch => launch.Id)]));
}
