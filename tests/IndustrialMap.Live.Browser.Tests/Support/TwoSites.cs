using System.Text.Json;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>A short show of two sites. A call of the mill has two seconds to be confirmed, one of the road as long as anybody may need.</summary>
internal static class TwoSites
{
    internal const string Id = "two-sites";

    internal static readonly string Plan = JsonSerializer.Serialize(new
    {
        format = "industrialmap.live/teleconference/2",
        id = Id,
        title = Text("Two sites", "Две площадки", "Екі алаң"),
        regionSet = "2018",
        studio = new { place = Text("Studio", "Студия", "Студия"), timeZone = "Asia/Almaty" },
        confirmationSeconds = 3_600,
        sites = new[]
        {
            new { id = "north", name = Text("The north", "Север", "Солтүстік"), timeZone = "Asia/Almaty" },
            new { id = "south", name = Text("The south", "Юг", "Оңтүстік"), timeZone = "Asia/Almaty" },
        },
        launches = new object[]
        {
            new { id = "mill", name = Text("Flour mill", "Мельница", "Диірмен"), site = "north", confirmationSeconds = 2 },
            new { id = "road", name = Text("Road to the border", "Дорога к границе", "Шекараға апаратын жол"), site = "north" },
        },
        segments = new object[]
        {
            new { id = "opening", kind = "speech", title = Text("Opening", "Открытие", "Ашылуы"), plannedSeconds = 600 },
            new { id = "south-link", kind = "site_link", site = "south", plannedSeconds = 300 },
            new { id = "north-launches", kind = "launch", site = "north", plannedSeconds = 300, launches = new[] { "mill", "road" } },
            new { id = "closing", kind = "speech", title = Text("Closing", "Закрытие", "Жабылуы"), plannedSeconds = 300 },
        },
    });

    private static object Text(string en, string ru, string kk) => new { en, ru, kk };
}
