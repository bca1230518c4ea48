namespace IndustrialMap.Live.Browser.Tests;

public sealed class LineCut(Chromium chromium) : Show(chromium)
{
    private Operator sits = null!;
    private Viewer viewer = null!;
    private Coordinator shymkent = null!;

    [Fact]
    public async Task A_confirmation_without_a_line_waits_in_the_outbox_and_counts_once_when_the_line_is_back()
    {
        await TheCansAreCalled();
        await shymkent.Page.Context.SetOfflineAsync(true);
        await shymkent.SeesLine("offline");
        await Expect(shymkent.Page.GetByTestId("connection-bar")).ToContainTextAsync("What you say is kept");

        await shymkent.Confirm();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");
        await Expect(shymkent.Outbox).ToContainTextAsync("Aluminum cans");
        await sits.Totals.Are("0 projects", "0 tenge", "0 jobs");

        await shymkent.Page.Context.SetOfflineAsync(false);
        await TheCansCountOnce();
    }

    [Fact]
    public async Task A_reload_without_a_line_loses_nothing_of_what_waits()
    {
        await TheCansAreCalled();
        // Nothing can be loaded without a line before the page has been kept.
        await shymkent.Page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller && (await caches.match(location.href)) !== undefined");
        await shymkent.Page.Context.SetOfflineAsync(true);
        await shymkent.SeesLine("offline");
        await shymkent.Confirm();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");

        await shymkent.Page.ReloadAsync();
        await Expect(shymkent.Outbox).ToHaveAttributeAsync("data-count", "1");
        await sits.Totals.Are("0 projects", "0 tenge", "0 jobs");

        await shymkent.Page.Context.SetOfflineAsync(false);
        await TheCansCountOnce();
    }

    private async Task TheCansAreCalled()
    {
        sits = await Operator();
        viewer = await Viewer();
        shymkent = await Coordinator("shymkent", Look.Phone);
        shymkent.MayLoseTheLine();
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await Expect(shymkent.ConfirmButton).ToBeVisibleAsync();
    }

    private async Task TheCansCountOnce()
    {
        await shymkent.SeesLine("live");
        await shymkent.SeesLaunch(Map2021.Cans, "confirmed");
        await Expect(shymkent.Outbox).ToHaveCountAsync(0);
        foreach (var person in new Person[] { sits, shymkent, viewer })
            await person.Totals.Are("1 project", "23.4 billion tenge", "145 jobs");
        await Expect(sits.Log("launch_confirmed")).ToHaveCountAsync(1);
    }
}
