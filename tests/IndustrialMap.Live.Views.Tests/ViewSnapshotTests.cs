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
        foreach (var (command, by) in APlayedShow(show.State.Plan!))
        {
            show.Send(command, by);
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

    private static IEnumerable<(Command Command, Actor By)> APlayedShow(TeleconferencePlan plan)
    {
        yield return (new ReportReadiness("shymkent", ReadinessItem.Picture, true), Show.Shymkent);
        yield return (new Start(), Show.Anna);
        foreach (var segment in plan.Segments)
        {
            foreach (var launch in segment.Launches)
            {
                yield return (new PostponeLaunch(launch, "the line is down"), Show.Anna);
                yield return (new BringBackLaunch(launch, "the line is back"), Show.Berik);
                yield return (new CallLaunch(launch), Show.Anna);
                yield return (new ConfirmLaunch(launch, Reason: "told by telephone"), Show.Anna);
                yield return (new RetractConfirmation(launch, "too early"), Show.Berik);
                yield return (new ConfirmLaunch(launch, Reason: "told by telephone"), Show.Anna);
            }
            if (segment != plan.Segments[^1]) yield return (new Next(segment.Id), Show.Anna);
        }
        yield return (new Back(plan.Segments[^1].Id), Show.Anna);
        yield return (new End(plan.Segments[^2].Id), Show.Anna);
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
