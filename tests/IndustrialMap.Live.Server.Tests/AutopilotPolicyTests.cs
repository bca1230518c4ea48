namespace IndustrialMap.Live.Server.Tests;

/// <summary>What the autopilot does next, on a show that people change under it: of a view and a time the commands come out.</summary>
public class AutopilotPolicyTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 27, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_on_when_the_planned_time_is_over_past_what_is_skipped_and_names_what_is_open()
    {
        var view = View([Row("a"), Row("b", skipped: true), Row("c")], [Launch("left", null, LaunchState.Planned, open: true)]);
        Assert.Empty(At(view, 59));
        var next = Assert.IsType<Next>(Assert.Single(At(view, 60)));
        Assert.Equal((7, "c", "left"), (next.Step, next.SegmentId, Assert.Single(next.Open!)));
    }

    [Fact]
    public void At_the_last_segment_it_ends_the_show_and_names_all_that_was_never_confirmed()
    {
        var view = View([Row("a")], [Launch("one", "gone", LaunchState.Planned), Launch("two", null, LaunchState.Postponed)]);
        Assert.Equal("one", Assert.Single(Assert.IsType<End>(Assert.Single(At(view, 60))).Open!));
    }

    [Fact]
    public void While_the_clock_is_held_it_waits_and_the_hold_counts_for_nothing()
    {
        var view = View([Row("a"), Row("b")]);
        Assert.Empty(At(view with { Header = view.Header with { HeldSince = Began.AddSeconds(70) } }, 90));
        view = View([Row("a") with { HeldMilliseconds = 30_000 }, Row("b")]);
        Assert.Empty(At(view, 89));
        Assert.Single(At(view, 90));
    }

    [Fact]
    public void It_waits_until_the_launches_of_the_segment_on_air_are_confirmed_or_postponed()
    {
        Assert.DoesNotContain(At(View([Row("a"), Row("b")], [Launch("x", "a", LaunchState.Called)]), 600), command => command is Next);
        LaunchRow[] settled = [Launch("x", "a", LaunchState.Postponed), Launch("y", "a", LaunchState.Confirmed)];
        Assert.Contains(At(View([Row("a"), Row("b")], settled), 60), command => command is Next);
    }

    [Fact]
    public void What_was_called_and_taken_back_it_calls_again_a_while_later_as_the_attempt_that_it_saw()
    {
        var view = View([Row("a")], [Launch("x", "a", LaunchState.Planned) with { Attempt = 1, ChangedAt = Began.AddSeconds(30) }]);
        Assert.Empty(At(view, 50));
        Assert.Equal(new CallLaunch("x", 1), Assert.Single(At(view, 51)));
    }

    [Theory]
    [InlineData("stepped_back", null)]
    [InlineData("teleconference_reopened", null)]
    [InlineData("undone", "segment_went_on_air")]
    public void A_segment_to_which_somebody_went_back_is_given_its_time_again(string type, string? what)
    {
        var view = View([Row("a"), Row("b")]) with { Log = [new LogRow(9, Began.AddSeconds(100), Actor.Server, type, What: what)] };
        Assert.Empty(At(view, 159));
        Assert.Single(At(view, 160));
    }

    [Fact]
    public void It_is_over_a_planned_minute_behind_the_end_unless_a_call_is_open_or_the_end_was_taken_back()
    {
        var view = View([Row("a")]);
        var ended = view with { Header = view.Header with { Phase = Phase.Ended, EndedAt = Began } };
        Assert.False(AutopilotPolicy.IsOver(ended, Began.AddSeconds(29), 2));
        Assert.True(AutopilotPolicy.IsOver(ended, Began.AddSeconds(30), 2));
        Assert.False(AutopilotPolicy.IsOver(ended with { Launches = [Launch("x", "a", LaunchState.Called)] }, Began.AddSeconds(30), 2));
        Assert.False(AutopilotPolicy.IsOver(view, Began.AddSeconds(3000), 2));
    }

    private static Command[] At(ControlView view, int seconds) =>
    [
        .. AutopilotPolicy.Next(view, Began.AddSeconds(seconds), speed: 1)
            .Select(one => one.Command)
            .Where(command => command is not ConfirmLaunch),
    ];

    /// <summary>The first segment is on air since <see cref="Began"/>.</summary>
    private static ControlView View(SegmentRow[] rows, LaunchRow[]? launches = null) => new(
        9, "", new(
            "show", new("Show"), null, Phase.Live, rows[0].Id, Began, null, null, false, "2018",
            new(new("Studio"), "Asia/Almaty", 300), null, [], [], 7, 0, null, null),
        null!, [rows[0] with { State = SegmentState.OnAir, StartedAt = Began }, .. rows[1..]], [], launches ?? [],
        new Dictionary<string, OperatorActs>(), []);

    private static SegmentRow Row(string id, bool skipped = false) =>
        new(id, SegmentKind.Speech, new(id), 60, null, SegmentState.Planned, null, null, 0, skipped, 0, null, null);

    private static LaunchRow Launch(string id, string? segment, LaunchState state, bool open = false) => new(
        id, new(id), null, "site", segment, null, default, null, default, null, null, null, state, 0,
        state == LaunchState.Planned ? null : Began, false, null, open, null, false);
}
