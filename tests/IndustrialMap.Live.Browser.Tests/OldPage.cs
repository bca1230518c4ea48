namespace IndustrialMap.Live.Browser.Tests;

/// <summary>A page was opened before the server was upgraded, and what it needs is not there any more.</summary>
public sealed class OldPage(Chromium chromium) : Show(chromium)
{
    /// <summary>Longer than a page that reloads itself again and again would take for the next time.</summary>
    private const int AWhile = 5_000;

    [Fact]
    public async Task A_page_whose_words_in_another_language_are_gone_loads_itself_anew_once_and_has_them_then()
    {
        var viewer = await Viewer();
        viewer.MayLoseTheLine();
        viewer.Forgive("404");
        viewer.Forgive("dynamically imported module");
        await viewer.SeesLine("live");
        var gone = 0;
        await viewer.Page.RouteAsync("**/assets/ru-*.js", route => gone++ == 0 ? route.FulfillAsync(new() { Status = 404 }) : route.ContinueAsync());
        var loads = CountLoads(viewer);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();
        await Expect(viewer.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(viewer.Line).ToContainTextAsync("На связи");
        Assert.Equal(1, loads());
    }

    [Fact]
    public async Task A_page_whose_hub_method_is_gone_loads_itself_anew_exactly_once()
    {
        var aliya = await Operator();
        aliya.MayLoseTheLine();
        await aliya.Page.RouteWebSocketAsync("**/hub", between =>
        {
            var server = between.ConnectToServer();
            between.OnMessage(frame => server.Send(frame.Text!.Replace("\"target\":\"Control\"", "\"target\":\"ControlOfOld\"", StringComparison.Ordinal)));
        });
        var loads = CountLoads(aliya);
        await aliya.Page.ReloadAsync();
        await Expect(aliya.Page.Locator("main")).ToBeVisibleAsync();
        await aliya.Page.WaitForFunctionAsync("() => Object.keys(sessionStorage).some((key) => key.startsWith('reloaded/'))");
        await aliya.Page.WaitForTimeoutAsync(AWhile);
        Assert.Equal(2, loads());
    }

    /// <summary>How often the page is loaded from now on.</summary>
    private static Func<int> CountLoads(Person person)
    {
        var loads = 0;
        person.Page.DOMContentLoaded += (_, _) => loads++;
        return () => loads;
    }
}
