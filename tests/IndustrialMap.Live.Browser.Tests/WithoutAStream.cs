using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>Between the screens and the server stands a proxy that lets no stream through, as Debian's nginx does as it comes.</summary>
public sealed class WithoutAStream(Chromium chromium) : Show(chromium)
{
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(10);

    private PlainProxy proxy = null!;

    protected override string Origin => proxy.Origin;

    protected override bool LinesMayFail => true;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        proxy = new(Server.Origin, Streams.Stripped);
    }

    [Theory]
    [InlineData(Streams.Stripped)]
    [InlineData(Streams.HeldBack)]
    public async Task Every_screen_works_within_ten_seconds_of_its_opening_and_says_by_which_way(Streams streams)
    {
        proxy.Streams = streams;
        var (aliya, shymkent, viewer) = await EverybodyIsThere();
        await Expect(aliya.Line).ToContainTextAsync("each second");
        await Expect(shymkent.Line).ToContainTextAsync("Live · each second");
        await Expect(viewer.Line).ToContainTextAsync("each second");

        await aliya.Start();
        await aliya.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await shymkent.Confirm();
        await shymkent.SeesLaunch(Map2021.Cans, "confirmed");
        await Expect(shymkent.Outbox).ToHaveCountAsync(0);
        foreach (var person in new Person[] { aliya, shymkent, viewer })
            await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
        await aliya.Next("launch-zhayrem");
        await Expect(viewer.Page.Locator("[data-on-air=launch-zhayrem]")).ToBeVisibleAsync();
        await Expect(aliya.Log("launch_confirmed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task When_the_proxy_lets_streams_through_every_screen_goes_back_to_its_own_and_misses_nothing()
    {
        var (aliya, shymkent, viewer) = await EverybodyIsThere();
        proxy.Streams = Streams.Passed;
        foreach (var person in new Person[] { aliya, shymkent, viewer })
        {
            // As when the network has changed; else it would be half a minute. A try that is under way just then is not disturbed.
            await person.Page.EvaluateAsync("() => setInterval(() => dispatchEvent(new Event('online')), 2500)");
            await person.SeesWay("stream");
            await person.SeesLine("live");
        }
        await aliya.Start();
        await aliya.SeesOnAir("opening");
        await Expect(viewer.Page.Locator("[data-on-air=opening]")).ToBeVisibleAsync();
        await Expect(shymkent.State).ToBeVisibleAsync();
        await shymkent.SeesWay("stream");
    }

    [Fact]
    public async Task A_server_that_was_killed_is_found_again_by_plain_requests()
    {
        var (aliya, shymkent, viewer) = await EverybodyIsThere();
        await Server.Kill();
        foreach (var person in new Person[] { aliya, shymkent, viewer })
        {
            await person.SeesLine("offline");
            await Expect(person.Line).ToContainTextAsync(new Regex(@"\b\d+ s old"));
        }
        await Server.Restart();
        foreach (var person in new Person[] { aliya, shymkent, viewer }) await person.SeesLine("live");
        await aliya.Start();
        await Expect(viewer.Page.Locator("[data-on-air=opening]")).ToBeVisibleAsync();
    }

    private async Task<(Operator, Coordinator, Viewer)> EverybodyIsThere() =>
        (await InTime(Operator()), await InTime(Coordinator("shymkent", Look.Phone)), await InTime(Viewer()));

    private static async Task<P> InTime<P>(Task<P> opening) where P : Person
    {
        var soon = Task.Delay(SoonEnough);
        var person = await opening;
        await person.SeesWay("requests");
        await person.SeesLine("live");
        Assert.False(soon.IsCompleted, $"{person.GetType().Name} came up after more than {SoonEnough.TotalSeconds} s.");
        return person;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await proxy.DisposeAsync();
    }
}
