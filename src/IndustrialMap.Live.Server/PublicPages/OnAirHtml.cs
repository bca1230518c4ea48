using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>What is on air and what comes next, as src/web/screens/watch/OnAir.svelte shows them.</summary>
internal static class OnAirHtml
{
    internal static string Of(PublicView view, HtmlLocalizer reader)
    {
        var ended = view.Header.Phase == Phase.Ended;
        var onAir = view.OnAir is { } now
            ? $"""<section class="watch-air live"><h2>{reader.T("onAir")}</h2>{Segment(now, "on-air", "watch-segment", reader)}</section>"""
            : $"""<section class="watch-air"><h2>{reader.T("onAir")}</h2>"""
                + $"""<p class="watch-segment">{reader.T(ended ? "hasEnded" : "waitingForStart")}</p></section>""";
        if (ended) return onAir;
        var next = view.Next is { } coming ? Segment(coming, "next", null, reader) : $"""<p class="watch-about">{reader.T("noNext")}</p>""";
        return $"""{onAir}<section class="watch-next"><h2>{reader.T("next")}</h2>{next}</section>""";
    }

    private static string Segment(PublicSegment segment, string name, string? style, HtmlLocalizer reader)
    {
        // What is seen: the segment's own title, else what is launched in it, else where it comes from.
        Text?[] titles = segment.Title is not null ? [segment.Title] : segment.Launches.Count > 0 ? [.. segment.Launches] : [segment.Site];
        var title = string.Join(" · ", titles.Select(each => reader.Name(each).Html));
        string[] about = [reader.T($"segment{segment.Kind}"), reader.Name(segment.Site).Html, reader.Name(segment.Place).Html];
        var told = string.Join(" · ", about.Distinct().Where(each => each != "" && each != title));
        var (shown, language) = (style is null ? "" : $" class=\"{style}\"", reader.Name(titles[0]).Language);
        return $"""<p{shown} lang="{language}" data-{name}="{HtmlLocalizer.Attribute(segment.Id)}">{title}</p>"""
            + $"""<p class="watch-about"><span>{told}</span></p>""";
    }
}
