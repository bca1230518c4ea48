namespace IndustrialMap.Live.Browser.Tests;

public sealed class UnreadableLog(Chromium chromium) : Show(chromium)
{
    private const string Damaged = "2017-12-06";
    private const string CannotBeRead = "“2017-12-06” cannot be read: nothing of it is lost";

    [Fact]
    public async Task A_log_that_cannot_be_read_is_said_to_be_so_by_name_everywhere_and_stops_no_other_show()
    {
        var sits = await Operator();
        var viewer = await Viewer();
        foreach (var person in new Person[] { sits, viewer })
        {
            person.MayLoseTheLine();
            person.Forgive("status of 503");
        }
        await Server.Stop();
        Server.Damage("Snow Leopard");
        await Server.Restart();
        await sits.Start();

        await viewer.Goto("/");
        await Expect(viewer.Page.Locator($"[data-unreadable='{Damaged}']")).ToContainTextAsync(CannotBeRead);
        await Expect(viewer.Page.Locator("[data-unreadable] [lang=en]")).ToHaveCountAsync(0);
        await viewer.Goto($"/watch/{Damaged}");
        await Expect(viewer.Page.Locator("main")).ToContainTextAsync(CannotBeRead);
        await sits.Goto($"/site/{Damaged}/aksu");
        await Expect(sits.Page.GetByTestId("access-denied")).ToContainTextAsync(CannotBeRead);
        await sits.Goto($"/control/{Damaged}");
        await Expect(sits.Page.GetByRole(AriaRole.Heading)).ToContainTextAsync(CannotBeRead);
        await Expect(sits.Page.Locator("main > p[lang=en]")).ToContainTextAsync("backup");
        await sits.Goto("/");
        await Expect(sits.Page.Locator("[data-unreadable] [lang=en]")).ToContainTextAsync("backup");
        await Expect(sits.Page.Locator($"[data-teleconference='{Id}']")).ToBeVisibleAsync();
    }
}
