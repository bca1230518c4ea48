using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>The totals, as src/web/lib/ui/TotalsPanel.svelte shows them.</summary>
internal sealed class TotalsHtml(HtmlLocalizer reader)
{
    internal static string Of(TotalsView totals, HtmlLocalizer reader) => new TotalsHtml(reader).Panel(totals);

    private string Panel(TotalsView totals)
    {
        var (today, planned) = (totals.Today, totals.Planned);
        var projects = Sum.Of(Unit.Projects, new Figure(today.Projects, Unit.Projects));
        var list = List("today", Total(projects), Total(today.Tenge), Total(today.Jobs));
        var bar = $"""<progress value="{today.Projects}" max="{Math.Max(1, planned)}"></progress><span>{today.Projects} / {planned}</span>""";
        return $"""<div class="totals"><section class="totals-today"><h2>{reader.T("today")}</h2>{list}<p class="totals-progress">{bar}</p></section>"""
            + (totals.Baseline is { } baseline ? Before(baseline) : "")
            + (totals.Together is { } sum ? Together(sum, totals.Baseline!) : "")
            + "</div>";
    }

    private string Before(Baseline baseline)
    {
        var (label, language) = reader.Name(baseline.Label);
        var list = List("baseline", Figure(baseline.Projects), Figure(baseline.Tenge), Figure(baseline.Jobs));
        return Beside($"""<h2 lang="{language}">{label}</h2>""", list);
    }

    private string Together(CombinedTotals sum, Baseline baseline) => Beside(
        $"<h2>{reader.T("together")}</h2>",
        List("together", Total(sum.Projects, false), Total(sum.Tenge, false), Total(sum.Jobs, false)) + Note(baseline));

    private static string Beside(string heading, string rest) => $"""<section class="totals-beside">{heading}{rest}</section>""";

    private string List(string name, string projects, string tenge, string jobs) =>
        $"""<dl data-totals="{name}">{Entry("projects", projects)}{Entry("investment", tenge)}{Entry("jobs", jobs)}</dl>""";

    private string Entry(string word, string figure) => $"<div><dt>{reader.T(word)}</dt><dd>{figure}</dd></div>";

    private string Note(Baseline baseline) => baseline.ApartFromToday switch
    {
        true => "",
        false => $"""<p class="totals-note">{reader.T("togetherAmong")}</p>""",
        null => $"""<p class="totals-note">{reader.T("togetherUnsaid")}</p>""",
    };

    private string Figure(Figure? of)
    {
        if (of is null) return $"""<span class="figure absent">{FigureFormatter.NotStated(reader.Language)}</span>""";
        var shown = FigureFormatter.Of(of, reader.Language);
        return $"""<span class="figure"{TitleOf(shown)}>{shown.Text}</span>""";
    }

    /// <param name="missing">Also say how many projects had no figure.</param>
    private string Total(Sum of, bool missing = true)
    {
        var absent = missing && of.NotStated > 0 ? FigureFormatter.NotStatedFor(of.NotStated, reader.Language) : "";
        if (of.Value is not { } value)
            return $"""<span class="total absent">{(absent == "" ? FigureFormatter.NotStated(reader.Language) : absent)}</span>""";
        var shown = FigureFormatter.Of(new Figure(value, of.Unit, of.Qualifier), reader.Language, running: true);
        var small = absent == "" ? "" : $"""<small class="total-missing">{absent}</small>""";
        return $"""<span class="total"{TitleOf(shown)}>{shown.Before}<b>{shown.Number}</b>{shown.After}</span>{small}""";
    }

    private static string TitleOf(FormattedFigure shown) => shown.Exact is null ? "" : $""" title="{shown.Exact}" """.TrimEnd();
}
