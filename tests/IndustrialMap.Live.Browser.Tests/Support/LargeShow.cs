using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>A teleconference of as many segments as sites; unless told otherwise the largest that the format allows for. Its names are numbers, and long.</summary>
internal static class LargeShow
{
    internal const string Id = "large-show";
    private static readonly string[] Regions = ["AKM", "AKT", "ALM", "ATY", "KAR", "KUS", "MAN", "PAV", "SEV", "SHY", "VOS", "ZAP"];

    /// <param name="window">Seconds until an unconfirmed call is told to everybody; null: the usual.</param>
    internal static string Script(int sites = 60, int launches = 500, int? window = null, DateTimeOffset? plannedStart = null) => JsonSerializer.Serialize(new
    {
        format = $"industrialmap.live/teleconference/{(window is null ? 1 : 2)}",
        confirmationSeconds = window,
        plannedStart = plannedStart?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        id = Id,
        title = Text("Teleconference with as many sites and launches as it may have", "Телемост с наибольшим числом площадок и запусков", "Алаңдары мен іске қосулары барынша көп телекөпір"),
        regionSet = "2018",
        studio = new { place = Text("Studio", "Студия", "Студия"), timeZone = "Asia/Almaty" },
        baseline = new
        {
            label = Text("What stood before", "Что было прежде", "Бұрынғысы"),
            projects = new { value = 98765 },
            tenge = new { value = 1_234_567_890_123, qualifier = "more_than" },
            jobs = new { value = 987_654, qualifier = "about" },
        },
        sectors = new[] { new { key = "machinery", name = Text("Machinery", "Машиностроение", "Машина жасау") } },
        sites = Enumerable.Range(1, sites).Select(n => new
        {
            id = $"site-{n}",
            name = Text($"Broadcasting site number {n}", $"Телевизионная площадка номер {n}", $"№ {n} телевизиялық алаң"),
            region = Regions[n % Regions.Length],
            timeZone = n % 3 == 0 ? "Asia/Aqtau" : "Asia/Almaty",
        }),
        launches = Enumerable.Range(1, launches).Select(n => new
        {
            id = $"launch-{n}",
            name = Text($"Metallurgicalconcentrationandprocessingplantofunbrokenname {n}", $"Горнометаллургическообогатительноперерабатывающий завод {n}", $"Таукенметаллургиябайытуөңдеукомбинаты {n}"),
            site = $"site-{SiteOf(n, sites)}",
            sector = "machinery",
            tenge = new { value = 1_000_000_007L * n },
            jobs = new { value = 1_000 + n },
        }),
        segments = Enumerable.Range(1, sites).Select(n => new
        {
            id = $"segment-{n}",
            kind = "launch",
            plannedSeconds = 90,
            site = $"site-{n}",
            launches = Enumerable.Range(1, launches).Where(launch => SiteOf(launch, sites) == n).Select(launch => $"launch-{launch}"),
        }),
    }, new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

    private static int SiteOf(int launch, int sites) => (launch - 1) % sites + 1;

    private static object Text(string en, string ru, string kk) => new { en, ru, kk };
}
