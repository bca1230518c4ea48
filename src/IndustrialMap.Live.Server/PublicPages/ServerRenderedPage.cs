using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>
/// The public page's words and numbers as HTML, of the same shape and class names as the screen that takes over from it
/// (src/web/screens/watch/Watch.svelte), so that nothing jumps.
/// </summary>
internal static class ServerRenderedPage
{
    internal static string Render(PublicView view, string language)
    {
        var reader = new HtmlLocalizer(language);
        return $"""<div class="watch">{Header(view.Header, reader)}<main><div class="watch-totals">{TotalsHtml.Of(view.Totals, reader)}</div>"""
            + $"""<div class="watch-side">{OnAirHtml.Of(view, reader)}</div></main></div>""";
    }

    /// <summary>The view for the script, safe inside a script element: no "&lt;" is left in it.</summary>
    internal static string Data(PublicView view) =>
        JsonSerializer.Serialize(view, DomainJson.Options).Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Header(TeleconferenceHeader head, HtmlLocalizer reader)
    {
        var (title, language) = reader.Name(head.Title);
        var phase = head.Phase.ToString();
        var date = head.Date is { } day ? $"<span>{DateFormatter.Of(day, reader.Language)}</span>" : "";
        var order = head.IllustrativeOrder ? $"""<span title="{reader.T("illustrativeOrderWhy")}">{reader.T("illustrativeOrder")}</span>""" : "";
        var state = $"""<span class="watch-phase {phase.ToLowerInvariant()}">{reader.T($"phase{phase}")}</span>""";
        return $"""<header class="watch-head"><div><h1 lang="{language}">{title}</h1><p>{state}{date}{order}</p></div></header>""";
    }
}
