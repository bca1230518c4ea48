namespace IndustrialMap.Live.Browser.Tests;

public sealed class ChoosingALanguage(Chromium chromium) : Show(chromium)
{
    private static readonly (string Language, string Name, string[] Totals)[] Choices =
    [
        ("ru", "Русский", ["6 проектов", "622,0 млрд тенге", "2 376 рабочих мест"]),
        ("kk", "Қазақша", ["6 жоба", "622,0 млрд теңге", "2 376 жұмыс орны"]),
        ("en", "English", ["6 projects", "622.0 billion tenge", "2,376 jobs"]),
    ];

    [Fact]
    public async Task Every_screen_changes_at_once_writes_figures_as_its_language_does_and_keeps_the_choice()
    {
        var sits = await Operator();
        var shymkent = await Coordinator("shymkent", Look.Phone);
        var viewer = await Viewer();
        await sits.Start();
        foreach (var (_, _, launch) in Map2021.Launches)
        {
            await sits.Send(new { type = "call_launch", launchId = launch });
            await sits.Send(new { type = "confirm_launch", launchId = launch, reason = "told by telephone" });
        }

        foreach (var person in new Person[] { sits, shymkent, viewer })
        {
            foreach (var (language, name, totals) in Choices)
            {
                await person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
                await Reads(person, language, totals);
                await person.Page.ReloadAsync();
                await Reads(person, language, totals);
            }
        }
    }

    [Fact]
    public async Task Home_and_sign_in_change_at_once_and_keep_the_choice()
    {
        var stranger = await Stranger();
        foreach (var path in new[] { "/", "/sign-in" })
        {
            await stranger.Goto(path);
            foreach (var (language, name, _) in Choices)
            {
                await stranger.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
                await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title(path, language));
                await stranger.Page.ReloadAsync();
                await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title(path, language));
                await Expect(stranger.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            }
        }
    }

    [Theory]
    [InlineData("kk-KZ", "kk")]
    [InlineData("ru-KZ", "ru")]
    [InlineData("de-DE", "en")]
    public async Task Who_has_chosen_none_gets_the_browsers_own_or_English(string browser, string language)
    {
        var stranger = await Stranger(new(browser));
        await stranger.Goto("/");
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title("/", language));
    }

    private static string Title(string path, string language) => Messages.In(language)[path == "/" ? "home/title" : "common/signIn"];

    private static async Task Reads(Person person, string language, string[] totals)
    {
        await person.Totals.Are(totals[0], totals[1], totals[2]);
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }
}
