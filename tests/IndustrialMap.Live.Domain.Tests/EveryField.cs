namespace IndustrialMap.Live.Domain.Tests;

/// <summary>A plan in which every field of its version of the format is set once, and how a drafted teleconference stores it.</summary>
internal static class EveryField
{
    private static readonly Text Words = new("Words", "Слова", "Сөздер");

    public static readonly TeleconferencePlan Plan = new(
        "every-field", Words, new DateOnly(2021, 9, 28), "2018", new Studio(Words, "Asia/Almaty"), true,
        new DateTimeOffset(2021, 9, 28, 5, 0, 0, TimeSpan.Zero),
        new Baseline(
            Words, new Figure(127, Unit.Projects), new Figure(Figure.MaxValue, Unit.Tenge, Qualifier.About),
            new Figure(10_000, Unit.Jobs, Qualifier.MoreThan), ApartFromToday: false),
        new Facilities(25, 8, 13),
        [new Sector("machinery", Words)],
        [new PlannedSite("shymkent", Words, "SHY", Basis.Stated, Words, "Asia/Almaty")],
        [
            new PlannedLaunch("cans", Words, Words, "shymkent", "SHY", Basis.Place, "machinery", Basis.Description,
                new Figure(1, Unit.Tenge), new Figure(2, Unit.Jobs), SourceStatus.ToBeLaunched),
            new PlannedLaunch("bare", new Text(Ru: "Завод"), null, "shymkent", null, Basis.PublicFact, null, Basis.Stated,
                null, null, null),
        ],
        [new ReportedLaunch("told", Words, Words, "SHY", Basis.Stated, Words, "machinery", Basis.Stated)],
        [new PlannedSegment("link", SegmentKind.SiteLink, Words, 60, "shymkent", ["cans", "bare"])],
        ["A source"]);

    public static readonly TeleconferencePlan Plan2 = Plan with
    {
        ConfirmationSeconds = 120,
        Launches = [Plan.Launches[0] with { ConfirmationSeconds = 45 }, Plan.Launches[1]],
        Segments = [Plan.Segments[0] with { FixedStart = new TimeOnly(12, 0, 30) }],
    };

    private const string Text = """{"en":"Words","ru":"Слова","kk":"Сөздер"}""";

    public static readonly string Json = $$$"""
        {"type":"teleconference_drafted","script":{"id":"every-field","title":{{{Text}}},"date":"2021-09-28","regionSet":"2018",
        "studio":{"place":{{{Text}}},"timeZone":"Asia/Almaty"},
        "illustrativeOrder":true,"plannedStart":"2021-09-28T05:00:00+00:00",
        "baseline":{"label":{{{Text}}},
        "projects":{"value":127,"unit":"projects","qualifier":"exact"},
        "tenge":{"value":9007199254740991,"unit":"tenge","qualifier":"about"},
        "jobs":{"value":10000,"unit":"jobs","qualifier":"more_than"},"apartFromToday":false},
        "facilities":{"count":25,"notNamedLeast":8,"notNamedMost":13},
        "sectors":[{"key":"machinery","name":{{{Text}}}
        }],
        "sites":[{"id":"shymkent","name":{{{Text}}},"region":"SHY","regionBasis":"stated","place":{{{Text}}},
        "timeZone":"Asia/Almaty"}],
        "launches":[{"id":"cans","name":{{{Text}}},"company":{{{Text}}},"site":"shymkent",
        "region":"SHY","regionBasis":"place","sector":"machinery","sectorBasis":"description",
        "tenge":{"value":1,"unit":"tenge","qualifier":"exact"},"jobs":{"value":2,"unit":"jobs","qualifier":"exact"},
        "sourceStatus":"to_be_launched"},
        {"id":"bare","name":{"ru":"Завод"},"site":"shymkent","regionBasis":"public_fact","sectorBasis":"stated"}],
        "reported":[{"id":"told","name":{{{Text}}},"company":{{{Text}}},"region":"SHY","regionBasis":"stated",
        "place":{{{Text}}},"sector":"machinery","sectorBasis":"stated"}],
        "segments":[{"id":"link","kind":"site_link","title":{{{Text}}},"plannedSeconds":60,"site":"shymkent",
        "launches":["cans","bare"]}],"sources":["A source"]}}
        """.ReplaceLineEndings("");

    public static readonly string Json2 = Json
        .Replace("{\"type\":\"teleconference_drafted\",\"script\":", "{\"type\":\"teleconference_drafted_2\",\"plan\":", StringComparison.Ordinal)
        .Replace("\"sourceStatus\":\"to_be_launched\"", "\"sourceStatus\":\"to_be_launched\",\"confirmationSeconds\":45", StringComparison.Ordinal)
        .Replace("\"launches\":[\"cans\",\"bare\"]", "\"launches\":[\"cans\",\"bare\"],\"fixedStart\":\"12:00:30\"", StringComparison.Ordinal)
        .Replace("\"sources\":[\"A source\"]", "\"sources\":[\"A source\"],\"confirmationSeconds\":120", StringComparison.Ordinal);
}
