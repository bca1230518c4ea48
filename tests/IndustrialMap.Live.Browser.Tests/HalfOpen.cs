using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>
/// A device sleeps, and its line dies without a word. The pages' clock is the tests' own: it stands while the device sleeps and
/// stays so, so that no timer of the page can find out what the return to the foreground has to.
/// </summary>
public sealed class HalfOpen(Chromium chromium) : Show(chromium)
{
    private const string Returns = "() => document.dispatchEvent(new Event('visibilitychange'))";

    private HalfOpenLine line = null!;
    private Operator aliya = null!;
    private Person[] screens = [];

    protected override string Origin => line.Origin;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        line = new(Server.Origin);
    }

    [Fact]
    public async Task A_line_that_died_while_the_device_slept_is_replaced_at_once_on_hub_and_public_page()
    {
        await EverybodyIsThere();
        await Sleep();
        line.Swallow();
        await aliya.Send(new { type = "start" });
        foreach (var screen in screens)
        {
            await screen.Page.Clock.FastForwardAsync(2_500);
            // A stream is given up after four seconds, and the last beat may be one old: which of the two comes first is of no matter.
            await Expect(screen.Line).ToHaveAttributeAsync("data-connection", new Regex("stale|offline"));
            await Expect(screen.Line).ToContainTextAsync(new Regex(@"\b[2345] s old"));
            await screen.Page.EvaluateAsync(Returns);
            await screen.SeesLine("live");
        }
        await aliya.SeesOnAir("opening");
        await Expect(screens[1].Page.GetByTestId("site-state")).ToBeVisibleAsync();
        await Expect(screens[2].Page.Locator("[data-on-air=opening]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_line_that_speaks_is_kept_when_the_page_is_looked_at_again()
    {
        await EverybodyIsThere();
        var opened = new ConcurrentBag<string>();
        foreach (var screen in screens)
        {
            screen.Page.Request += (_, request) => opened.Add(request.Url);
            screen.Page.WebSocket += (_, socket) => opened.Add(socket.Url);
            await screen.Page.EvaluateAsync(Returns);
            await screen.SeesLine("live");
        }
        await aliya.Send(new { type = "start" });
        await aliya.SeesOnAir("opening");
        await Expect(screens[2].Page.Locator("[data-on-air=opening]")).ToBeVisibleAsync();
        Assert.DoesNotContain(opened, url => url.Contains("/hub", StringComparison.Ordinal) || url.EndsWith("/events", StringComparison.Ordinal));
    }

    private async Task EverybodyIsThere()
    {
        aliya = await Operator();
        screens = [aliya, await Coordinator("shymkent", Look.Phone), await Viewer()];
        foreach (var screen in screens)
        {
            screen.MayLoseTheLine();
            await screen.Page.Clock.InstallAsync();
            await screen.Page.ReloadAsync();
            await screen.SeesLine("live");
        }
    }

    private async Task Sleep()
    {
        foreach (var screen in screens) await screen.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(1));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await line.DisposeAsync();
    }
}
