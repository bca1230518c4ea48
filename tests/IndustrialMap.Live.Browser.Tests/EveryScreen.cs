using System.Collections.Concurrent;

namespace IndustrialMap.Live.Browser.Tests;

/// <summary>Each language is walked through once; what the walk has found is asked for by one test each.</summary>
public sealed class Tours(Chromium chromium)
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Inspection>>> walked = new();

    public Task<IReadOnlyList<Inspection>> In(string language) => walked.GetOrAdd(language, one => Tour.Through(chromium, one));
}

[Collection(InTheBrowser.Name)]
public sealed class EveryScreen(Tours tours) : IClassFixture<Tours>
{
    [Theory]
    [MemberData(nameof(Languages))]
    public Task Axe_finds_no_violation(string language) => Finds(language, screen => screen.Accessibility);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Speaks_one_language_and_shows_no_message_key(string language) => Finds(language, screen => screen.Words);

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Does_not_scroll_sideways_on_a_wall_a_laptop_or_a_phone(string language) => Finds(language, screen => screen.Width);

    public static TheoryData<string> Languages() => [.. Messages.Languages];

    private async Task Finds(string language, Func<Inspection, IReadOnlyList<string>> what)
    {
        var found = (await tours.In(language)).SelectMany(screen => what(screen).Select(one => $"{screen.Screen}: {one}")).ToArray();
        if (found.Length > 0) Assert.Fail($"{found.Length} found in {language}:\n{string.Join('\n', found)}");
    }
}
