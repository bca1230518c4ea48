namespace IndustrialMap.Live.Browser.Tests;

/// <summary>
/// Over HTTP/1.1 a browser has six connections to a host, and each public page that is looked at holds one. The tests' browser
/// calls every page visible, so that the pages are told here which of them is looked at.
/// </summary>
public sealed class ManyTabs(Chromium chromium) : Show(chromium)
{
    private const int Tabs = 7;

    private const string Hide = """
        () => {
            Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));
        }
        """;

    private const string Show = """
        () => {
            delete document.visibilityState;
            document.dispatchEvent(new Event('visibilitychange'));
        }
        """;

    [Fact]
    public async Task Seven_tabs_of_the_public_page_all_come_up_and_each_has_the_whole_view_when_it_is_looked_at_again()
    {
        var aliya = await Operator();
        var first = await Viewer();
        var tabs = new List<IPage> { first.Page };
        await IsLive(first.Page);
        while (tabs.Count < Tabs)
        {
            await tabs[^1].EvaluateAsync(Hide);
            var tab = await first.Page.Context.NewPageAsync();
            await tab.GotoAsync($"/watch/{Map2021.Id}");
            await IsLive(tab);
            tabs.Add(tab);
        }

        await aliya.Start();
        await aliya.SeesOnAir("opening");
        foreach (var tab in tabs)
        {
            await tabs[^1].EvaluateAsync(Hide);
            var asked = tab.WaitForRequestAsync(request => request.Url.EndsWith("/public/events", StringComparison.Ordinal));
            await tab.EvaluateAsync(Show);
            await asked;
            await Expect(tab.Locator("[data-on-air=opening]")).ToBeVisibleAsync();
            await IsLive(tab);
            await tab.EvaluateAsync(Hide);
        }
    }

    private static async Task IsLive(IPage tab)
    {
        var line = tab.Locator("[data-connection]").First;
        await Expect(line).ToHaveAttributeAsync("data-connection", "live");
        await Expect(line).ToHaveAttributeAsync("data-way", "stream");
    }
}
