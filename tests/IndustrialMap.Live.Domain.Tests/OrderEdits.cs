using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>The running order is changed, in the draft and while live.</summary>
public class OrderEdits
{
    private static readonly Actor A = Show.OperatorA, B = Show.OperatorB;

    public static TheoryData<bool> DraftAndLive => [false, true];

    private static Show At(bool live) => live ? Show.Live() : new Show(Map2021.Plan);

    [Theory, MemberData(nameof(DraftAndLive))]
    public void A_segment_moves_before_another_or_to_the_end(bool live)
    {
        var show = At(live).Accepted(A, new MoveSegment(0, "2021-05", "2021-01"));
        Assert.Equal(["opening", "2021-05", "2021-01", "2021-02"], Ids(show).Take(4));
        show.Accepted(B, new MoveSegment(show.State.Order.Version, "2021-01", null));
        Assert.Equal(["closing", "2021-01"], Ids(show).TakeLast(2));
        show.AcceptedButNothingChanges(B, new MoveSegment(show.State.Order.Version, "2021-01", null));
    }

    [Fact]
    public void What_is_on_air_stays_on_air_when_it_is_moved_and_what_comes_next_is_what_stands_behind_it()
    {
        var show = Show.Live().Accepted(A, new MoveSegment(0, "opening", "2021-03"));
        Assert.Equal(("opening", "2021-03"), (show.State.Order.OnAirId, show.State.Order.Next!.Id));
    }

    [Theory, MemberData(nameof(DraftAndLive))]
    public void A_segment_is_inserted_with_an_id_that_the_show_never_had(bool live)
    {
        var show = At(live).Accepted(A, Film(0, "2021-01"));
        Assert.Equal(["opening", "added-1", "2021-01"], Ids(show).Take(3));
        Assert.Equal(
            new PlannedSegment("added-1", SegmentKind.Video, new Text("Film"), 90, "zhayrem", [], new(12, 0)),
            show.State.Order.Segments[1].Plan with { });
        show.Accepted(A, new RemoveSegment(show.State.Order.Version, "added-1")).Accepted(A, Film(show.State.Order.Version, null));
        Assert.Equal("added-2", Ids(show)[^1]);
    }

    [Fact]
    public void The_segment_on_air_cannot_be_removed_or_skipped()
    {
        Show.Live().Refused(SegmentOnAir, A, new RemoveSegment(0, "opening"), "opening");
        Show.Live().Refused(SegmentOnAir, A, new SkipSegment(0, "opening"), "opening");
    }

    [Fact]
    public void A_segment_that_holds_launches_cannot_be_removed_until_they_are_moved()
    {
        var show = Show.Live().Accepted(A, new EditSegment(0, "2021-05", SegmentKind.Launch, new Text("Cans"), 240, null, null));
        show.Refused(SegmentHoldsLaunches, A, new RemoveSegment(0, "2021-05"), "2021-05", null, Map2021.Cans);
        show.Accepted(A, new MoveLaunch(Map2021.Cans, "2021-05", "closing")).Accepted(A, new RemoveSegment(0, "2021-05"));
        Assert.Equal(Map2021.Cans, Assert.Single(show.State.Order.Find("closing")!.Plan.Launches));
        Assert.DoesNotContain("2021-05", Ids(show));
    }

    [Fact]
    public void The_last_segment_there_is_stays()
    {
        var one = new Show(Map2021.Plan with { Segments = [Map2021.Plan.Segments[0]], Launches = [] });
        one.Refused(OnlySegment, A, new RemoveSegment(0, "opening"), "opening");
    }

    [Fact]
    public void A_show_has_2000_segments_at_most()
    {
        var many = Map2021.Plan with { Segments = [.. Enumerable.Range(1, 2000).Select(n => Map2021.Plan.Segments[0] with { Id = $"s-{n}" })] };
        new Show(many).Refused(TooManySegments, A, Film(0, null));
    }

    [Theory, MemberData(nameof(DraftAndLive))]
    public void A_row_is_edited_as_a_whole_but_for_its_launches(bool live)
    {
        var show = At(live).Accepted(A, new EditSegment(0, "2021-05", SegmentKind.SiteLink, new Text(" Cans ", " "), 300, "shymkent", new(11, 30)));
        var row = show.State.Order.Find("2021-05")!;
        Assert.Equal((SegmentKind.SiteLink, new Text("Cans"), 300, new TimeOnly(11, 30)), (row.Plan.Kind, row.Plan.Title, row.Plan.PlannedSeconds, row.Plan.FixedStart));
        Assert.Equal(Map2021.Cans, Assert.Single(row.Plan.Launches));
        Assert.Equal(show.State.Seq, row.Seq);
        show.AcceptedButNothingChanges(A, new EditSegment(row.Seq, "2021-05", SegmentKind.SiteLink, new Text("Cans"), 300, "shymkent", new(11, 30)));
    }

    [Fact]
    public void A_duration_is_made_longer_and_shorter_also_of_what_is_on_air()
    {
        var show = Show.Live().Accepted(A, new AdjustDuration(0, "opening", 30));
        Assert.Equal(330, show.State.Order.Segments[0].Plan.PlannedSeconds);
        show.Accepted(A, new AdjustDuration(show.State.Seq, "opening", -60));
        Assert.Equal(270, show.State.Order.Segments[0].Plan.PlannedSeconds);
        foreach (var by in new[] { -270, -271, 86_400, int.MaxValue, int.MinValue })
            show.Refused(DurationOutOfRange, A, new AdjustDuration(show.State.Order.Segments[0].Seq, "opening", by), "opening");
    }

    [Fact]
    public void A_launch_moves_to_another_segment_of_its_site_or_of_none_and_into_none()
    {
        var show = Show.Live();
        show.Refused(LaunchOfAnotherSite, A, new MoveLaunch(Map2021.Cans, "2021-05", "2021-04"), "petropavlovsk", null, Map2021.Cans);
        show.Refused(UnknownSegment, A, new MoveLaunch(Map2021.Cans, "2021-05", "intermission"));
        show.Refused(UnknownLaunch, A, new MoveLaunch("no-such", null, "closing"));
        show.Accepted(A, new MoveLaunch(Map2021.Cans, "2021-05", null));
        show.AcceptedButNothingChanges(B, new MoveLaunch(Map2021.Cans, "2021-05", null));
        show.Refused(LaunchElsewhere, B, new MoveLaunch(Map2021.Cans, "2021-05", "closing"));
        show.Accepted(B, new MoveLaunch(Map2021.Cans, null, "closing"));
        show.Refused(LaunchElsewhere, A, new MoveLaunch(Map2021.Cans, null, "opening"), "closing");
    }

    public static TheoryData<Command, RefusalCode> BadRows => new()
    {
        { Row(seconds: 0), DurationOutOfRange },
        { Row(seconds: 86_401), DurationOutOfRange },
        { Row(site: "no-such"), UnknownSite },
        { Row(title: new Text(" ")), TitleRequired },
        { Row(title: new Text(Ru: new string('я', 301))), TextTooLong },
        { Row(title: new Text(Kk: "Үзі\u202Eліс")), TextUnreadable },
        { Row(title: new Text("Two\nlines")), TextUnreadable },
    };

    [Theory, MemberData(nameof(BadRows))]
    public void A_row_that_a_plan_could_not_hold_is_refused(Command insert, RefusalCode code)
    {
        var refusal = new Show(Map2021.Plan).Send(A, insert).Refusal;
        Assert.Equal(code, refusal?.Code);
        var row = (InsertSegment)insert;
        var edit = new EditSegment(0, "opening", row.Kind, row.Title, row.PlannedSeconds, row.Site, null);
        Assert.Equal(code, new Show(Map2021.Plan).Send(A, edit).Refusal?.Code);
    }

    [Fact]
    public void The_site_of_a_row_cannot_become_another_than_its_launches_site() => new Show(Map2021.Plan).Refused(
        LaunchOfAnotherSite, A, new EditSegment(0, "2021-05", SegmentKind.Launch, null, 240, "kostanay", null), "kostanay", null, Map2021.Cans);

    [Fact]
    public void An_edit_of_an_order_that_changed_since_is_refused_with_what_changed()
    {
        var show = Show.Live().Accepted(B, new MoveSegment(0, "2021-05", "2021-01"));
        foreach (var late in new Command[] { new MoveSegment(0, "2021-01", null), Film(0, null), new RemoveSegment(0, "closing") })
            show.Refused(OrderChanged, A, late, null, show.State.Order.Version);
        show.Refused(VersionMissing, A, new MoveSegment(null, "2021-01", null));
    }

    [Fact]
    public void An_edit_of_a_row_that_changed_since_is_refused_with_what_changed()
    {
        var show = Show.Live().Accepted(B, new AdjustDuration(0, "closing", 30));
        var changed = show.State.Seq;
        Command[] late =
        [
            new AdjustDuration(0, "closing", 30), new SkipSegment(0, "closing"), new UnskipSegment(0, "closing"),
            new EditSegment(0, "closing", SegmentKind.Pause, new Text("Pause"), 60, null, null),
        ];
        foreach (var command in late) show.Refused(RowChanged, A, command, "closing", changed);
        show.Refused(VersionMissing, A, new SkipSegment(null, "closing"));
        show.Accepted(A, new SkipSegment(0, "2021-01"));
    }

    [Fact]
    public void After_the_end_nothing_is_edited()
    {
        var show = Show.Live().Accepted(A, Press.End);
        Command[] edits =
        [
            new MoveSegment(0, "2021-01", null), Film(0, null), new RemoveSegment(0, "closing"), new SkipSegment(0, "closing"),
            new MoveLaunch(Map2021.Cans, "2021-05", null), new UndoAct(1), new RedoAct(1),
        ];
        foreach (var edit in edits) show.Refused(AlreadyEnded, A, edit);
    }

    private static InsertSegment Film(long version, string? before) =>
        new(version, SegmentKind.Video, new Text("Film"), 90, "zhayrem", new(12, 0), before);

    private static InsertSegment Row(Text? title = null, int seconds = 60, string? site = null) =>
        new(0, SegmentKind.Pause, title ?? new Text("Pause"), seconds, site, null, null);

    private static string[] Ids(Show show) => [.. show.State.Order.Segments.Select(segment => segment.Id)];
}
