using System.Globalization;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>A figure in words: before, number and after, of which the number is set large.</summary>
/// <param name="Exact">All digits, where the words say "million" or more.</param>
internal sealed record FormattedFigure(string Before, string Number, string After, string? Exact = null)
{
    internal string Text => Before + Number + After;
}

/// <summary>
/// Figures in three languages for the first paint of the public page. The screens' own words are in
/// src/web/lib/i18n/figures.ts; both are held to the same cases, src/web/lib/i18n/figures.cases.json.
/// </summary>
internal static class FigureFormatter
{
    internal static string NotStated(string language) =>
        language switch { "ru" => "не указано", "kk" => "көрсетілмеген", _ => "not stated" };

    internal static string NotStatedFor(int projects, string language)
    {
        var n = Grouped(projects, language);
        return language switch
        {
            "ru" => $"не указано для {n} {Russian.Genitive("projects", projects)}",
            "kk" => $"{n} жоба үшін көрсетілмеген",
            _ => $"not stated for {n} {(projects == 1 ? "project" : "projects")}",
        };
    }

    /// <param name="running">
    /// For sums that run while people look: tenge keep at least one decimal, and jobs are written in full.
    /// </param>
    internal static FormattedFigure Of(Figure of, string language, bool running = false)
    {
        var scale = ScaleOf(of, language, running);
        var shown = Write(of, Digits(of, scale?.Size ?? 1, language, running), scale, language);
        return scale is { Size: >= 1_000_000 } ? shown with { Exact = Write(of, Grouped(of.Value, language), null, language).Text } : shown;
    }

    private sealed record Scale(long Size, string En, string Ru, string Kk);

    private static readonly Scale Thousand = new(1_000, "thousand", "тысяч", "мың");
    private static readonly Scale[] Scales =
    [
        new(1_000_000_000_000, "trillion", "трлн", "трлн"),
        new(1_000_000_000, "billion", "млрд", "млрд"),
        new(1_000_000, "million", "млн", "млн"),
    ];

    /// <summary>The largest scale that the value reaches once it is rounded: 999.9999 billion is 1 trillion.</summary>
    private static Scale? ScaleOf(Figure of, string language, bool running)
    {
        if (running && of.Unit != Unit.Tenge) return null;
        if (of.Value >= 1_000_000) return Scales.First(scale => Thousandths(of, scale.Size) >= 1_000);
        var round = of.Qualifier != Qualifier.Exact && of.Unit != Unit.Tenge && of.Value >= 1_000 && of.Value % 1_000 == 0;
        return round && (language != "en" || of.Qualifier == Qualifier.About) ? Thousand : null;
    }

    /// <summary>The value in thousandths of a scale, rounded; "more than" is rounded down, or it would no longer be true.</summary>
    private static long Thousandths(Figure of, long size)
    {
        var unit = size / 1_000;
        var rest = of.Value % unit;
        var up = of.Qualifier != Qualifier.MoreThan && rest * 2 >= unit && rest > 0;
        return of.Value / unit + (up ? 1 : 0);
    }

    private static string Digits(Figure of, long size, string language, bool running)
    {
        if (size == 1) return Grouped(of.Value, language);
        var all = Thousandths(of, size);
        var fraction = (all % 1_000).ToString("000", CultureInfo.InvariantCulture).TrimEnd('0');
        if (running) fraction = fraction.PadRight(1, '0');
        return Grouped(all / 1_000, language) + (fraction == "" ? "" : (language == "en" ? "." : ",") + fraction);
    }

    private static string Grouped(long value, string language) =>
        value.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", language == "en" ? "," : "\u00a0", StringComparison.Ordinal);

    private static FormattedFigure Write(Figure of, string number, Scale? scale, string language)
    {
        var (before, after) = language switch
        {
            "ru" => Russian.Around(of, scale == Thousand, scale?.Ru),
            "kk" => Kazakh.Around(of, scale?.Size, scale?.Kk),
            _ => English(of, scale?.En),
        };
        return new(before, number, after);
    }

    private static (string, string) English(Figure of, string? scale)
    {
        var before = of.Qualifier switch { Qualifier.MoreThan => "more than ", Qualifier.About => "about ", _ => "" };
        var unit = (of.Unit, of.Value) switch
        {
            (Unit.Tenge, _) => "tenge",
            (Unit.Jobs, 1) => "job",
            (Unit.Jobs, _) => "jobs",
            (_, 1) => "project",
            _ => "projects",
        };
        return (before, $"{(scale is null ? "" : $" {scale}")} {unit}");
    }
}
