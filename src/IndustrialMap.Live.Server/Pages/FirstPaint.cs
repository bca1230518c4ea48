using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Feed;

namespace IndustrialMap.Live.Server.Pages;

/// <summary>
/// The public page's words and numbers as HTML, of the same shape and class names as the screen that takes over from it
/// (src/web/screens/watch/Watch.svelte), so that nothing jumps.
/// </summary>
internal static class FirstPaint
{
    internal static string Of(PublicView view, string language)
    {
        var reader = new Reader(language);
        return $"""
            <div class="watch">{Header(view.Head, reader)}<main><div class="watch-totals">{
                PaintedTotals.Of(view.Totals, reader)}</div><div class="watch-side">{PaintedAir.Of(view, reader)}</div></main></div>
            """;
    }

    /// <summary>The view for the script, safe inside a script element: no "&lt;" is left in it.</summary>
    internal static string Data(PublicView view) =>
        JsonSerializer.Serialize(view, DomainJson.Options).Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Header(Head head, Reader reader)
    {
        var (title, language) = reader.Name(head.Title);
        var phase = head.Phase.ToString();
        var date = head.Date is { } day ? $"<span>{Days.Of(day, reader.Language)}</span>" : "";
        var order = head.IllustrativeOrder ? $"""<span title="{reader.Say("illustrativeOrderWhy")}">{reader.Say("illustrativeOrder")}</span>""" : "";
        return $"""
            <header class="watch-head"><div><h1 lang="{language}">{title}</h1><p><span class="watch-phase {phase.ToLowerInvariant()}">{
                reader.Say($"phase{phase}")}</span>{date}{order}</p></div></header>
            """;
    }
}
