namespace IndustrialMap.Live.Browser.Tests;

public sealed class ClockStep(Chromium chromium) : Show(chromium)
{
    [Theory]
    [InlineData("en", "The server’s clock was set forward by 3 h 0 min")]
    [InlineData("ru", "Часы сервера переведены вперёд на 3 ч 0 мин")]
    [InlineData("kk", "Сервер сағаты 3 сағ 0 мин алға жылжытылды")]
    public async Task The_control_room_is_told_in_words_until_somebody_has_read_it(string language, string words)
    {
        var sits = await Operator(new Look(language));
        var shymkent = await Coordinator("shymkent", Look.Phone);
        await TellOfAStepInsteadOfReadiness(sits.Page);
        await sits.SeesLine("live");
        await shymkent.Page.Locator("[data-item=sound]").ClickAsync();

        await Expect(sits.Log("clock_stepped")).ToContainTextAsync(words);
        var notice = sits.Toasts.Filter(new() { HasText = words });
        await Expect(notice).ToHaveCountAsync(1);
        var found = await Inspection.Of(sits.Page, language, "control, the clock was set");
        Assert.Empty(found.Accessibility.Concat(found.Words).Concat(found.Width));
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
    }

    /// <summary>Nobody may set the clock of the machine that tests: what the server says is changed on its way.</summary>
    private static async Task TellOfAStepInsteadOfReadiness(IPage page)
    {
        await page.RouteWebSocketAsync("**/hub", socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame => socket.Send((frame.Text ?? "").Replace(
                "\"type\":\"readiness_reported\"", "\"type\":\"clock_stepped\",\"stepMilliseconds\":10800000", StringComparison.Ordinal)));
        });
        await page.ReloadAsync();
    }
}
