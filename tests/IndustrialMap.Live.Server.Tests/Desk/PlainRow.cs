using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <param name="Title">As its JSON; "null" where there is none.</param>
/// <param name="State">"planned", "on_air" or "done".</param>
internal sealed record PlainRow(string Id, string Title, int Seconds, string? Site, bool Skipped, string State)
{
    internal static PlainRow Of(JsonElement segment) => new(
        segment.Name("id")!, segment.TryGetProperty("title", out var title) ? Wire.Of(Wire.Read<Text>(title.GetRawText())) : "null",
        segment.GetProperty("plannedSeconds").GetInt32(), segment.Name("site"), false, "planned");

    /// <summary>As it stands, with what can be edited as in another.</summary>
    internal PlainRow As(PlainRow edited) => this with { Title = edited.Title, Seconds = edited.Seconds, Site = edited.Site };

    internal string Line() => Line(Id, Title, Seconds, Site, Skipped, State);

    internal static string Line(string id, string title, int seconds, string? site, bool skipped, string state) =>
        $"{id} {title} {seconds} s at {site ?? "none"} {state}{(skipped ? " skipped" : "")}";
}

internal static class PlainJson
{
    /// <summary>Null: it was left out.</summary>
    internal static string? Name(this JsonElement e, string property) =>
        e.TryGetProperty(property, out var value) ? value.GetString() : null;
}
