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

    private string Totals(TotalsPart totals)
    {
        var (today, planned) = (totals.Today, totals.Planned);
        var projects = Sum.Of(Unit.Projects, new Figure(today.Projects, Unit.Projects));
        return $"""
            <div class="totals"><section class="totals-today"><h2>{Say("today")}</h2>{List("today", Total(projects), Total(today.Tenge), Total(today.Jobs))}<p class="totals-progress"><progress value="{
                today.Projects}" max="{Math.Max(1, planned)}"></progress><span>{today.Projects} / {planned}</span></p></section>{
                (totals.Baseline is { } baseline ? Beside("baseline", Title(baseline.Label), Figure(baseline.Projects), Figure(baseline.Tenge), Figure(baseline.Jobs)) : "")}{
                (totals.Together is { } sum ? Beside("together", Say("together"), Total(sum.Projects, false), Total(sum.Tenge, false), Total(sum.Jobs, false), Note(totals.Baseline!)) : "")}</div>
            """;
    }

    private string Beside(string name, string heading, string projects, string tenge, string jobs, string note = "") =>
        $"""<section class="totals-beside"><h2>{heading}</h2>{List(name, projects, tenge, jobs)}{note}</section>""";

    private string List(string name, string projects, string tenge, string jobs) =>
        $"""<dl data-totals="{name}">{Entry("projects", projects)}{Entry("investment", tenge)}{Entry("jobs", jobs)}</dl>""";

    private string Entry(string word, string figure) => $"<div><dt>{Say(word)}</dt><dd>{figure}</dd></div>";

    private string Note(Baseline baseline) => baseline.ApartFromToday switch
    {
        true => "",
        false => $"""<p class="totals-note">{Say("togetherAmong")}</p>""",
        null => $"""<p class="totals-note">{Say("togetherUnsaid")}</p>""",
    };

    private string Figure(Figure? of)
    {
        if (of is null) return $"""<span class="figure absent">{Figures.NotStated(language)}</span>""";
        var shown = Figures.Of(of, language);
        return $"""<span class="figure"{TitleOf(shown)}>{shown.Text}</span>""";
    }

    private string Total(Sum of, bool missing = true)
    {
        var absent = missing && of.NotStated > 0 ? Figures.NotStatedFor(of.NotStated, language) : "";
        if (of.Value is not { } value) return $"""<span class="total absent">{(absent == "" ? Figures.NotStated(language) : absent)}</span>""";
        var shown = Figures.Of(new Figure(value, of.Unit, of.Qualifier), language, running: true);
        var small = absent == "" ? "" : $"""<small class="total-missing">{absent}</small>""";
        return $"""<span class="total"{TitleOf(shown)}>{shown.Before}<b>{shown.Number}</b>{shown.After}</span>{small}""";
    }

    private static string TitleOf(Shown shown) => shown.Exact is null ? "" : $""" title="{shown.Exact}" """.TrimEnd();

    private string Title(Text text)
    {
        string?[] order = language switch { "ru" => [text.Ru, text.En, text.Kk], "kk" => [text.Kk, text.Ru, text.En], _ => [text.En, text.Ru, text.Kk] };
        return Encoder.Encode(order.First(one => one is not null)!);
    }

    private string Say(string key) => Encoder.Encode(Words.Of(language, key));
}
