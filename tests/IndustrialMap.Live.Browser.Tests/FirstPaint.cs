namespace IndustrialMap.Live.Browser.Tests;

public sealed class FirstPaint(Chromium chromium) : Show(chromium)
{
    [Theory]
    [InlineData("en", "Today", "1 project", "23.4 billion tenge", "145 jobs")]
    [InlineData("ru", "Сегодня", "1 проект", "23,4 млрд тенге", "145 рабочих мест")]
    [InlineData("kk", "Бүгін", "1 жоба", "23,4 млрд теңге", "145 жұмыс орны")]
    public async Task The_public_page_has_its_numbers_before_any_plan(string language, string today, params string[] totals)
    {
        var sits = await Operator();
        await sits.Start();
        await sits.Send(new { type = "call_launch", launchId = Map2021.Cans });
        await sits.Send(new { type = "confirm_launch", launchId = Map2021.Cans, reason = "told by telephone" });

        var reader = await Viewer(new(language, Scripts: false));
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator(".totals-today h2")).ToHaveTextAsync(today);
        await Expect(reader.Page.Locator("[data-totals=today] .total")).ToHaveTextAsync(totals);

        // The screen that takes over says the same.
        var viewer = await Viewer(new(language));
        await viewer.Totals.Are(totals[0], totals[1], totals[2]);
    }
}
