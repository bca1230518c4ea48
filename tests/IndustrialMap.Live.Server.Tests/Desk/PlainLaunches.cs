using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>The launches counted a second time from the log's JSON alone.</summary>
internal sealed class PlainLaunches
{
    private readonly Dictionary<string, (string State, int Attempt, bool Overdue)> launches = [];

    internal int Confirmed => launches.Values.Count(launch => launch.State == "confirmed");

    internal void Draft(JsonElement plan)
    {
        foreach (var launch in plan.GetProperty("launches").EnumerateArray()) launches.Add(launch.Name("id")!, ("planned", 0, false));
    }

    internal void Take(string type, JsonElement e)
    {
        var id = e.Name("launchId")!;
        var (state, attempt, _) = launches[id];
        launches[id] = (type, state) switch
        {
            ("launch_called", "planned") or ("confirmation_retracted", "confirmed") => ("called", attempt + 1, false),
            ("launch_confirmed", "called") => ("confirmed", attempt, false),
            ("call_taken_back", "called") or ("launch_brought_back", "postponed") => ("planned", attempt, false),
            ("launch_postponed", "planned" or "called") => ("postponed", attempt, false),
            ("confirmation_overdue", "called") => (state, attempt, true),
            _ => throw new InvalidOperationException($"{type} of {id}, which is {state}."),
        };
    }

    /// <param name="place">In which segment each stands; none where it is not named.</param>
    internal IEnumerable<string> Lines(Dictionary<string, string> place) =>
        launches.Select(one => Line(one.Key, one.Value.State, one.Value.Attempt, one.Value.Overdue, place.GetValueOrDefault(one.Key)));

    internal static string Line(string id, string state, int attempt, bool overdue, string? segment) =>
        $"{id} {state} {attempt}{(overdue ? " overdue" : "")} in {segment ?? "none"}";
}
