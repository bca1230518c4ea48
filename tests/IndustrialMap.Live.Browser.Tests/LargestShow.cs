namespace IndustrialMap.Live.Browser.Tests;

public sealed class LargestShow(Chromium chromium) : Show(chromium)
{
    protected override string Id => LargeShow.Id;

    protected override string? Imported => LargeShow.Script();

    [Fact]
    public async Task Five_hundred_launches_on_sixty_sites_fit_on_every_screen_in_every_language()
    {
        var sits = await Operator();
        await sits.Start();
        for (var launch = 1; launch <= 9; launch++)
        {
            await sits.Send(new { type = "call_launch", launchId = $"launch-{launch}" });
            if (launch < 9) await sits.Send(new { type = "confirm_launch", launchId = $"launch-{launch}", reason = "told by telephone" });
        }
        var coordinator = await Coordinator("site-9", Look.Phone);
        var viewer = await Viewer();
        var home = await Stranger();
        await home.Goto("/");
        await Expect(sits.Page.Locator("[data-launch]")).ToHaveCountAsync(500);
        await Expect(sits.Page.Locator("[data-site]")).ToHaveCountAsync(60);
        await Expect(coordinator.ConfirmButton).ToBeVisibleAsync();

        var found = new List<string>();
        foreach (var (language, name) in new[] { ("en", "English"), ("ru", "Русский"), ("kk", "Қазақша") })
        {
            foreach (var person in new Person[] { sits, coordinator, viewer, home })
            {
                await person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
                await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
                var width = await Inspection.WidthOf(person.Page);
                found.AddRange(width.Select(one => $"{new Uri(person.Page.Url).AbsolutePath} in {language}: {one}"));
            }
        }
        Assert.Empty(found);

        await coordinator.Confirm();
        foreach (var person in new Person[] { sits, coordinator, viewer })
            await person.Totals.Are("9 жоба", "45,0 млрд теңге", "9 045 жұмыс орны");
    }
}
