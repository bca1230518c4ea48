using System.Text.Json.Nodes;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>A show of 60 segments and 40 launches, made for the trial; its names and figures are nobody's.</summary>
internal static class DeskPlan
{
    internal const string Id = "desk-trial";
    internal const int Segments = 60, Seconds = 60;
    private const int Launches = 40;

    internal static readonly string[] Sites = [.. Enumerable.Range(0, 12).Select(n => $"site-{n}")];

    internal static string Json => new JsonObject
    {
        ["format"] = "industrialmap.live/teleconference/2",
        ["id"] = Id,
        ["title"] = "A trial of the desk",
        ["regionSet"] = "2018",
        // Short, so that some calls stay without their confirmation for too long.
        ["confirmationSeconds"] = 3,
        ["studio"] = new JsonObject { ["place"] = "Studio", ["timeZone"] = "Asia/Almaty" },
        ["sites"] = List(Sites.Length, n => new() { ["id"] = Sites[n], ["name"] = $"Site {n}", ["region"] = "KAR" }),
        ["launches"] = List(Launches, Launch),
        ["segments"] = List(Segments, Segment),
    }.ToJsonString();

    /// <summary>Two segments with a launch, one without; the last two launches stand in none.</summary>
    private static JsonObject Segment(int n)
    {
        var (segment, launch) = (new JsonObject { ["id"] = $"segment-{n}", ["plannedSeconds"] = Seconds }, n - (n / 3));
        if (n % 3 == 2 || launch >= Launches - 2)
            (segment["kind"], segment["title"]) = ("speech", $"Speech {n}");
        else
            (segment["kind"], segment["site"], segment["launches"]) = ("launch", SiteOf(launch), new JsonArray($"launch-{launch}"));
        return segment;
    }

    private static JsonObject Launch(int n)
    {
        var launch = new JsonObject { ["id"] = $"launch-{n}", ["name"] = $"Launch {n}", ["site"] = SiteOf(n), ["jobs"] = n };
        if (n % 5 > 0) launch["tenge"] = 1_000_000_007L * n;
        return launch;
    }

    private static string SiteOf(int n) => Sites[n % Sites.Length];

    private static JsonArray List(int count, Func<int, JsonObject> entry) => [.. Enumerable.Range(0, count).Select(entry)];
}
