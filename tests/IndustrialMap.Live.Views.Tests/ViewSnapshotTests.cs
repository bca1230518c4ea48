using System.Text.Json;
using IndustrialMap.Live.Domain;

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
