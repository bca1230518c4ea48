using System.Text.Json.Nodes;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Teleconference files made for a test; their names and figures are nobody's.</summary>
internal static class PlanFiles
{
    internal static string Smallest(string id) => Large(id, sites: 1, launches: 0);

    /// <summary>With what came with version 2 of the format.</summary>
    internal static string OfVersion2(string id) => Large(id, sites: 2, launches: 3)
        .Replace("teleconference/1\"", "teleconference/2\",\"confirmationSeconds\":60", StringComparison.Ordinal)
        .Replace("\"plannedSeconds\":60", "\"plannedSeconds\":60,\"fixedStart\":\"12:00\"", StringComparison.Ordinal);

    /// <summary>Launches in turn from each site, each with as many tenge and jobs as its number says.</summary>
    internal static string Large(string id, int sites, int launches) => new JsonObject
    {
        ["format"] = "industrialmap.live/teleconference/1",
        ["id"] = id,
        ["title"] = "A run-through",
        ["regionSet"] = "2018",
        ["studio"] = new JsonObject { ["place"] = "Studio", ["timeZone"] = "Asia/Almaty" },
        ["sites"] = List(sites, site => new() { ["id"] = $"site-{site}", ["name"] = $"Site {site}", ["region"] = "KAR" }),
        ["launches"] = List(launches, launch => new()
        {
            ["id"] = $"launch-{launch}", ["name"] = $"Launch {launch}", ["site"] = $"site-{launch % sites}", ["tenge"] = launch, ["jobs"] = launch,
        }),
        ["segments"] = List(2, segment => new() { ["id"] = $"segment-{segment}", ["kind"] = "speech", ["plannedSeconds"] = 60 }),
    }.ToJsonString();

    private static JsonArray List(int count, Func<int, JsonObject> entry) => [.. Enumerable.Range(0, count).Select(entry)];
}
