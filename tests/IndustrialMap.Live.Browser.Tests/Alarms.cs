namespace IndustrialMap.Live.Browser.Tests;

public sealed class Alarms(Chromium chromium) : Show(chromium)
{
    private Operator aliya = null!;
    private Operator berik = null!;
    private Coordinator shymkent = null!;

    [Fact]
    public async Task The_line_of_the_site_on_air_is_an_alarm_that_outlasts_the_news_and_goes_when_it_is_seen()
    {
        await ShymkentIsOnAirAndLost();
        var alarm = Alarm;
        await Expect(alarm).ToContainTextAsync("Lost its connection while on air");
        await berik.Send(new { type = "call_launch", launchId = Map2021.Cans });
        var news = aliya.Toasts.Filter(new() { HasText = "Berik called" });
        await Expect(news).ToHaveCountAsync(1);
        await Expect(news).ToHaveCountAsync(0);
        await Expect(alarm).ToBeVisibleAsync();

        await aliya.Page.Keyboard.PressAsync("F8");
        await Expect(aliya.Page.Locator("ol.toasts")).ToBeFocusedAsync();
        await aliya.Page.Keyboard.PressAsync("Escape");
        await Expect(aliya.Page.Locator("ol.toasts")).Not.ToBeFocusedAsync();
        await alarm.GetByRole(AriaRole.Button, new() { Name = "Seen" }).ClickAsync();
        await Expect(alarm).ToHaveCountAsync(0);
        await Expect(aliya.Log("site_disconnected")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Its_act_shows_the_site()
    {
        await ShymkentIsOnAirAndLost();
        await Alarm.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(aliya.Page.Locator("[data-site=shymkent] button").First).ToBeFocusedAsync();
        await Expect(Alarm).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task It_is_withdrawn_when_the_line_is_back()
    {
        await ShymkentIsOnAirAndLost();
        await Expect(Alarm).ToBeVisibleAsync();
        await shymkent.Page.GoBackAsync();
        await Expect(aliya.Log("site_connected")).ToHaveCountAsync(2);
        await Expect(Alarm).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Toasts_are_clear_of_the_action_bar_and_within_the_content_policy(int width, int height)
    {
        aliya = await Operator(new Look(Width: width, Height: height));
        await aliya.Page.AddInitScriptAsync("""
            window.violations = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
            """);
        await aliya.Page.ReloadAsync();
        await aliya.SeesLine("live");
        berik = await Operator(await aliya.InviteOperator("Berik"));
        await berik.Start();
        var toast = aliya.Toasts.Filter(new() { HasText = "Berik started" });
        await Expect(toast).ToBeVisibleAsync();

        var (at, bar) = (await toast.BoundingBoxAsync(), await aliya.Page.Locator("section.bar").BoundingBoxAsync());
        Assert.True(at!.Y + at.Height <= bar!.Y, $"A toast ends at {at.Y + at.Height}, and the bar begins at {bar.Y}.");
        Assert.True(at.X >= 0 && at.X + at.Width <= width, $"A toast lies from {at.X} to {at.X + at.Width} of {width}.");
        await toast.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(toast).ToHaveCountAsync(0);
        Assert.Empty(await Violations());

        aliya.Forgive("Content Security Policy");
        await aliya.Page.EvaluateAsync("() => document.head.append(Object.assign(document.createElement('style'), { textContent: 'a{}' }))");
        Assert.Equal(["style-src-elem"], await Violations());

        Task<string[]> Violations() => aliya.Page.EvaluateAsync<string[]>("() => window.violations");
    }

    private ILocator Alarm => aliya.Toasts.Filter(new() { HasText = "Alarm" });

    private async Task ShymkentIsOnAirAndLost()
    {
        aliya = await Operator();
        berik = await Operator(await aliya.InviteOperator("Berik"));
        shymkent = await Coordinator("shymkent", Look.Phone);
        await aliya.Start();
        foreach (var launch in Map2021.Launches.Take(5)) await aliya.Next(launch.Segment);
        await shymkent.Page.GotoAsync("about:blank");
    }
}
