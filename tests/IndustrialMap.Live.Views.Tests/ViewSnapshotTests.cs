using System.Globalization;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Views.Tests;

public sealed class ViewSnapshotTests
{
    private static readonly string[] Sites = ["shymkent"];

    [Fact]
    public async Task Parts_made_from_the_parts_before_are_those_made_from_nothing()
    {
        await using var show = new Show();
        var parts = ViewSnapshot.Of(show.State, show.Place);
        foreach (var (press, by) in APlayedShow(show.State.Plan!))
        {
            show.Send(press(show.State), by);
            parts = ViewSnapshot.Of(show.State, show.Place, parts);
            Assert.Equal(Text(ViewSnapshot.Of(show.State, show.Place)), Text(parts));
        }
        Assert.Equal(Phase.Ended, parts.Header.Phase);
    }

    [Fact]
    public async Task What_an_event_leaves_alone_is_the_same_object_as_before()
    {
        await using var show = new Show();
        var before = ViewSnapshot.Of(show.State, show.Place);
        show.Send(new ReportReadiness("shymkent", ReadinessItem.Sound, true), Show.Shymkent);
        var after = ViewSnapshot.Of(show.State, show.Place, before);

        Assert.Same(before.Segments, after.Segments);
        Assert.Same(before.Totals, after.Totals);
        Assert.Same(before.LaunchesOf("shymkent"), after.LaunchesOf("shymkent"));
        var changed = after.Sites.Where((site, i) => !ReferenceEquals(site, before.Sites[i]));
        Assert.Equal(Sites, changed.Select(site => site.Id));
    }

    [Theory]
    [InlineData("Asia/Almaty", 300)]
    [InlineData("Not/Known", null)]
    public void A_studio_and_its_sites_say_how_far_their_clocks_are_ahead_of_UTC(string zone, int? minutes)
    {
        var parts = Of(Drafted(zone, null, "2026-11-27T05:00Z"));

        Assert.Equal(minutes, parts.Header.Studio.UtcOffsetMinutes);
        Assert.All(parts.Sites, site => Assert.Equal(minutes, site.UtcOffsetMinutes));
    }

    [Fact]
    public void The_offset_is_that_of_the_day_of_the_show_and_moves_with_it()
    {
        // Berlin: drafted in summer, planned for winter, started in summer after all.
        var drafted = Of(Drafted("Europe/Berlin", "2026-12-06T05:00Z", "2026-07-01T05:00Z"));
        var started = Of(Next(drafted.State, "2026-08-01T05:00Z", new TeleconferenceStarted()), drafted);

        Assert.Equal((60, 60), (drafted.Header.Studio.UtcOffsetMinutes!.Value, drafted.Sites[0].UtcOffsetMinutes!.Value));
        Assert.Equal((120, 120), (started.Header.Studio.UtcOffsetMinutes!.Value, started.Sites[0].UtcOffsetMinutes!.Value));
    }

    [Fact]
    public void A_plan_of_years_ago_is_shown_by_the_rules_of_now()
    {
        Assert.Equal(300, Of(Drafted("Asia/Almaty", "2017-12-06T05:00Z", "2026-11-27T05:00Z")).Header.Studio.UtcOffsetMinutes);
        Assert.Equal(360, Of(Drafted("Asia/Almaty", "2017-12-06T05:00Z", "2017-12-01T05:00Z")).Header.Studio.UtcOffsetMinutes);
    }

    private static ViewSnapshot Of(Teleconference state, ViewSnapshot? before = null) =>
        ViewSnapshot.Of(state, Show.PlaceOf(state.Seq), before);

    private static Teleconference Drafted(string zone, string? plannedStart, string at)
    {
        var plan = BuiltInPlans.All[0];
        return Next(Teleconference.Initial, at, new TeleconferenceDrafted(plan with
        {
            PlannedStart = plannedStart is null ? null : Instant(plannedStart),
            Studio = plan.Studio with { TimeZone = zone },
            Sites = [.. plan.Sites.Select(site => site with { TimeZone = zone })],
        }));
    }

    private static Teleconference Next(Teleconference state, string at, TeleconferenceEvent what) =>
        state.Apply(new(state.Seq + 1, Instant(at), Show.Anna, what));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<(Func<Teleconference, Command> Press, Actor By)> APlayedShow(TeleconferencePlan plan)
    {
        yield return (_ => new ReportReadiness("shymkent", ReadinessItem.Picture, true), Show.Shymkent);
        yield return (_ => new Start(), Show.Anna);
        yield return (_ => new InsertSegment(0, SegmentKind.Video, new Text("Film"), 60, null, new(12, 0), null), Show.Berik);
        yield return (s => new MoveSegment(s.Order.Version, plan.Segments[^2].Id, plan.Segments[1].Id), Show.Berik);
        yield return (s => new RemoveSegment(s.Order.Version, "added-1"), Show.Berik);
        yield return (s => new UndoAct(s.Order.UndoableBy("Berik")!.Seq), Show.Berik);
        yield return (s => new SkipSegment(s.Order.Find("added-1")!.Seq, "added-1"), Show.Anna);
        yield return (Press.Hold, Show.Anna);
        yield return (s => new UndoAct(s.Order.UndoableBy("Berik")!.Seq), Show.Berik);
        foreach (var segment in plan.Segments)
        {
            foreach (var launch in segment.Launches)
            {
                yield return (_ => new PostponeLaunch(launch, "the line is down"), Show.Anna);
                yield return (_ => new BringBackLaunch(launch, "the line is back"), Show.Berik);
                yield return (_ => new CallLaunch(launch), Show.Anna);
                yield return (_ => new ConfirmLaunch(launch, Reason: "told by telephone"), Show.Anna);
                yield return (_ => new RetractConfirmation(launch, "too early"), Show.Berik);
                yield return (_ => new ConfirmLaunch(launch, Reason: "told by telephone"), Show.Anna);
            }
            if (segment != plan.Segments[^1]) yield return (Press.Next, Show.Anna);
        }
        yield return (Press.Back, Show.Anna);
        yield return (Press.End, Show.Anna);
    }

    private static string Text(ViewSnapshot parts) => JsonSerializer.Serialize(
        new
        {
            Public = PublicView.Of(parts),
            Control = ControlView.Of(parts, []),
            Sites = parts.Sites.Select(site => SiteView.Of(parts, site.Id)),
        },
        DomainJson.Options);
}
