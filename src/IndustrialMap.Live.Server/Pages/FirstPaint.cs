using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Feed;

namespace IndustrialMap.Live.Server.Pages;

/// <summary>
/// The public page's numbers as HTML, of the same shape and class names as the screen that takes over from it
/// (src/views/look/TotalsPanel.svelte, src/views/watch/Watch.svelte), so that nothing jumps.
/// </summary>
internal sealed class FirstPaint(string language)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string Of(PublicView view, string language) => new FirstPaint(language).Page(view);

    /// <summary>The view for the script, safe inside a script element: no "&lt;" is left in it.</summary>
    internal static string Data(PublicView view) =>
        JsonSerializer.Serialize(view, DomainJson.Options).Replace("<", "\\u003c", StringComparison.Ordinal);

    private string Page(PublicView view)
    {
        var phase = view.Head.Phase.ToString();
        return $"""
            <div class="watch"><header class="watch-head"><div><h1>{Title(view.Head.Title)}</h1><p><span class="watch-phase {phase.ToLowerInvariant()}">{
                Say($"phase{phase}")}</span></p></div></header><main><div class="watch-totals">{Totals(view.Totals)}</div></main></div>
            """;
    }

    private string Totals(TotalsPart totals) => $"""
        <div class="totals"><section class="totals-group totals-today"><h2>{Say("today")}</h2><div class="totals-row" data-totals="today">{
            Total(Sum.Of(Unit.Projects, new Figure(totals.Today.Projects, Unit.Projects)))}{Total(totals.Today.Tenge)}{Total(totals.Today.Jobs)
        }</div></section>{(totals.Baseline is { } baseline ? Baseline(baseline) : "")}{
            (totals.Together is { } together ? Together(together, totals.Baseline!) : "")}</div>
        """;

    private string Baseline(Baseline baseline) => $"""
        <section class="totals-group totals-beside"><h2>{Title(baseline.Label)}</h2><div class="totals-row" data-totals="baseline">{
            Figure(baseline.Projects)}{Figure(baseline.Tenge)}{Figure(baseline.Jobs)}</div></section>
        """;

    private string Together(Together together, Baseline baseline)
    {
        var note = baseline.ApartFromToday switch
        {
            true => "",
            false => $"""<p class="totals-note">* {Say("togetherAmong")}</p>""",
            null => $"""<p class="totals-note">* {Say("togetherUnsaid")}</p>""",
        };
        return $"""
            <section class="totals-group totals-beside"><h2>{Say("together")}</h2><div class="totals-row" data-totals="together">{
                Total(together.Projects, false)}{Total(together.Tenge, false)}{Total(together.Jobs, false)}</div>{note}</section>
            """;
    }

    private string Figure(Figure? of) => of is null
        ? $"""<span class="figure absent">{Figures.NotStated(language)}</span>"""
        : Figures.Of(of, language) is var shown ? $"""<span class="figure"{TitleOf(shown)}>{Encoder.Encode(shown.Text)}</span>""" : "";

    private string Total(Sum of, bool missing = true)
    {
        var shown = of.Value is { } value
            ? Figures.Of(new Figure(value, of.Unit, of.Qualifier), language, running: true)
            : new Shown("", Figures.NotStated(language), "");
        var absent = of.Value is null ? " absent" : "";
        var small = missing && of.NotStated > 0 ? $"<small>{Figures.NotStatedFor(of.NotStated, language)}</small>" : "";
        return $"""<span class="total{absent}"><span class="total-figure"{TitleOf(shown)}>{shown.Before}<b>{shown.Number}</b>{shown.After}</span>{small}</span>""";
    }

    private static string TitleOf(Shown shown) => shown.Exact is null ? "" : $""" title="{shown.Exact}" """.TrimEnd();

    private string Title(Text text)
    {
        string?[] order = language switch { "ru" => [text.Ru, text.En, text.Kk], "kk" => [text.Kk, text.Ru, text.En], _ => [text.En, text.Ru, text.Kk] };
        return Encoder.Encode(order.First(one => one is not null)!);
    }

    private string Say(string key) => Encoder.Encode(Words.Of(language, key));
}
