using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>
/// Kazakh nouns do not change after a number. "More than n" puts n, or the tenge after it, into the ablative: the ending
/// follows the last word of the number as it is spoken.
/// </summary>
internal static class Kazakh
{
    private static readonly string[] Ones = ["", "ден", "ден", "тен", "тен", "тен", "дан", "ден", "ден", "дан"];
    private static readonly string[] Tens = ["", "нан", "дан", "дан", "тан", "ден", "тан", "тен", "нен", "нан"];
    private static readonly (long Size, string Ending)[] Powers =
        [(1_000_000_000_000, "нан"), (1_000_000_000, "тан"), (1_000_000, "нан"), (1_000, "нан"), (100, "ден")];

    internal static (string Before, string After) Around(Figure of, long? scaleSize, string? scale)
    {
        var unit = of.Unit switch { Unit.Projects => "жоба", Unit.Jobs => "жұмыс орны", _ => "теңге" };
        var word = scale is null ? "" : $" {scale}";
        if (of.Qualifier != Qualifier.MoreThan) return (of.Qualifier == Qualifier.About ? "шамамен " : "", $"{word} {unit}");
        if (of.Unit == Unit.Tenge) return ("", $"{word} теңгеден астам");
        return ("", $"{word}{(scale == "мың" ? "" : "-")}{Ablative(scaleSize ?? of.Value)} астам {unit}");
    }

    private static string Ablative(long n) =>
        n == 0 ? "ден"
        : n % 10 > 0 ? Ones[n % 10]
        : n % 100 > 0 ? Tens[n % 100 / 10]
        : Powers.First(power => n % power.Size == 0).Ending;
}
