namespace IndustrialMap.Live.Server.Tests;

/// <summary>A site's line is up while its coordinator follows its stream.</summary>
public class SiteLine
{
    private const string Id = RunningConsole.Map2021;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Following_brings_the_line_up_and_leaving_takes_it_down(bool overHub)
    {
        await using var console = await RunningConsole.Start();
        var coordinator = await console.Coordinator(Id, Show.CansSite);
        Assert.Null(Line(console));
        var leave = overHub ? await FollowOnTheHub(coordinator) : await FollowByEvents(coordinator);
        await Until.True(() => Line(console) == true, "the line is up");
        Assert.True((await coordinator.Site(Id, Show.CansSite)).Site.Connected);
        await leave.DisposeAsync();
        await Until.True(() => Line(console) == false, "the line is down");
        Assert.Equal(["site_connected", "site_disconnected"], await News(console));
    }

    [Fact]
    public async Task A_reload_within_the_grace_and_a_second_line_are_nobodys_news()
    {
        await using var console = await RunningConsole.Start();
        var coordinator = await console.Coordinator(Id, Show.CansSite);
        var first = await FollowByEvents(coordinator);
        await Until.True(() => Line(console) == true, "the line is up");
        await first.DisposeAsync();
        await using var second = await FollowByEvents(coordinator);
        var third = await FollowByEvents(coordinator);
        await third.DisposeAsync();
        // Longer than the grace: the beats tell the time.
        for (var beats = 0; beats < 5; beats++) await second.NextBeat();
        Assert.Equal(["site_connected"], await News(console));
    }

    [Fact]
    public async Task An_operator_who_looks_at_a_site_does_not_bring_its_line_up()
    {
        await using var console = await RunningConsole.Start();
        await using var looking = await FollowByEvents(await console.Operator());
        await looking.NextBeat();
        await looking.NextBeat();
        Assert.Empty(await News(console));
    }

    [Fact]
    public async Task After_a_restart_a_site_that_does_not_come_back_is_recorded_disconnected_and_one_that_does_is_not()
    {
        using var data = new DataFolder();
        await using (var console = await RunningConsole.Start(data))
        {
            await using var gone = await FollowByEvents(await console.Coordinator(Id, Show.CansSite));
            await using var back = await FollowByEvents(await console.Coordinator(Id, "aktogay"), "aktogay");
            await Until.True(() => Line(console) == true && Line(console, "aktogay") == true, "both lines are up");
            await console.Stop();
        }
        await using var again = await RunningConsole.Start(data);
        await using var stays = await FollowByEvents(await again.Coordinator(Id, "aktogay"), "aktogay");
        await Until.True(() => Line(again) == false, "the line is recorded as down");
        Assert.True(Line(again, "aktogay"));
        Assert.Equal(["site_connected"], await News(again, "aktogay"));
    }

    private static bool? Line(RunningConsole console, string site = Show.CansSite) => console.Host(Id).State.Site(site)!.Connected;

    private static async Task<IEnumerable<string?>> News(RunningConsole console, string site = Show.CansSite) =>
        from logged in await console.Log(Id)
        where logged.Event.TryGetProperty("siteId", out var siteId) && siteId.GetString() == site
        select logged.Event.GetProperty("type").GetString();

    private static async Task<EventStream> FollowByEvents(Person person, string site = Show.CansSite)
    {
        var events = await person.Follow(Id, $"sites/{site}");
        await events.NextChange();
        return events;
    }

    private static async Task<IAsyncDisposable> FollowOnTheHub(Person person)
    {
        var hub = await person.Hub();
        await hub.Site(Id, Show.CansSite).GetAsyncEnumerator().MoveNextAsync();
        return hub;
    }
}
