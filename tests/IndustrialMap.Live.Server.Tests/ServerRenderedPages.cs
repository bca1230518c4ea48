using System.Net;
using System.Text.RegularExpressions;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What stands in the public page before any script has run.</summary>
public partial class ServerRenderedPages
{
    private const string Evil = "<script>alert('&')</script>\"";

    [Fact]
    public async Task It_carries_the_totals_and_what_is_on_air()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);

        var page = await Page(console, RunningConsole.Map2021);

        Assert.Contains("<span class=\"watch-phase live\">Under way</span><span>28 September 2021</span><span title=", page);
        Assert.Contains("title=\"23,400,000,000 tenge\"><b>23.4</b> billion tenge</span>", page);
        Assert.Contains("data-on-air=\"opening\">Opening from the studio</p><p class=\"watch-about\"><span>Speech</span></p>", page);
        Assert.Contains("<section class=\"watch-next\"><h2>Next</h2><p lang=\"en\" data-next=", page);
    }

    [Fact]
    public async Task What_the_source_does_not_state_is_said_and_the_baseline_stands_beside_today()
    {
        await using var console = await RunningConsole.Start();
        await (await Show.Live(console, RunningConsole.Show2017)).ConfirmAll();

        var page = await Page(console, RunningConsole.Show2017);

        Assert.Contains("<dl data-totals=\"today\"><div><dt>Projects</dt><dd><span class=\"total\"><b>12</b> projects</span></dd></div>", page);
        Assert.Equal(2, page.Split("<span class=\"total absent\">not stated for 12 projects</span>").Length - 1);
        Assert.Contains("<dl data-totals=\"baseline\"><div><dt>Projects</dt><dd><span class=\"figure\">127 projects</span>", page);
        Assert.Contains("<dl data-totals=\"together\">", page);
    }

    [Theory]
    [InlineData("", "en", "Not started")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "ru", "Не начат")]
    [InlineData("de,en;q=0.5,kk;q=0.7", "kk", "Басталған жоқ")]
    [InlineData("kk", "ru", "Не начат", "ru")]
    [InlineData("kk", "kk", "Басталған жоқ", "xx")]
    public async Task It_is_in_the_language_that_was_chosen_else_in_the_browsers(string accepted, string language, string phase, string? chosen = null)
    {
        await using var console = await RunningConsole.Start();

        var page = await Page(console, RunningConsole.Map2021, accepted, chosen);

        Assert.Contains($"<html lang=\"{language}\">", page);
        Assert.Contains($"<span class=\"watch-phase draft\">{phase}</span>", page);
    }

    [Fact]
    public async Task No_name_of_a_plan_becomes_markup()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        var title = Wire.Of(Evil);
        var plan = $$"""
            { "format": "industrialmap.live/teleconference/1", "id": "evil", "title": {{title}}, "regionSet": "2018",
              "studio": { "place": {{title}}, "timeZone": "Asia/Almaty" }, "baseline": { "label": {{title}}, "projects": 1 },
              "sites": [ { "id": "north", "name": {{title}}, "place": {{title}} } ],
              "launches": [ { "id": "mill", "site": "north", "name": {{title}}, "company": {{title}} } ],
              "segments": [ { "id": "one", "kind": "speech", "title": {{title}}, "plannedSeconds": 60, "site": "north" },
                            { "id": "two", "kind": "launch", "plannedSeconds": 60, "launches": [ "mill" ] } ] }
            """;
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", plan)).Status);
        await operator_.Give("evil", new Start());

        var page = await Page(console, "evil");

        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("<h1 lang=\"en\">&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;&quot;</h1>", page);
        // Beside the title: the baseline's label, what is on air and where, what comes next.
        Assert.True(page.Split("&lt;script&gt;").Length - 1 >= 4);
        Assert.DoesNotContain('<', Data().Match(page).Groups["json"].Value);
    }

    [Fact]
    public async Task Its_class_names_are_those_of_the_screen_that_takes_over()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console, RunningConsole.Show2017);
        var before = await Page(console, RunningConsole.Show2017);
        await show.ConfirmAll();
        var screen = string.Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "screens")).Select(File.ReadAllText));

        var painted = Attributes().Matches(before + await Page(console, RunningConsole.Show2017))
            .SelectMany(match => match.Groups["words"].Value.Split(' ').Select(word => (Name: match.Groups["name"].Value, Word: word))).Distinct().ToList();

        Assert.True(painted.Count > 20);
        // A class may be written with a condition (class:live), the phase comes from the view.
        Assert.All(painted.Where(each => each.Word is not ("draft" or "live" or "ended")), each =>
            Assert.Matches($"{each.Name}=\"[^\"]*\\b{each.Word}\\b|class:{each.Word}\\b", screen));
    }

    private static async Task<string> Page(RunningConsole console, string id, string accepted = "", string? chosen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(console.Origin, $"/watch/{id}"));
        if (accepted != "") request.Headers.Add("Accept-Language", accepted);
        if (chosen is not null) request.Headers.Add("Cookie", $"lang={chosen}");
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("(?<name>class|data-totals)=\"(?<words>[^\"]+)\"")]
    private static partial Regex Attributes();

    [GeneratedRegex("<script type=\"application/json\" id=\"view\">(?<json>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
