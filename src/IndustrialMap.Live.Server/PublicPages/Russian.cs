using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>Russian forms after numbers: after 1, after 2 to 4, after 5 and more; "более" and "около" take the genitive.</summary>
internal static class Russian
{
    private static readonly Dictionary<string, (string One, string Few, string Many, string GenitiveOfOne)> Forms = new()
    {
        ["projects"] = ("проект", "проекта", "проектов", "проекта"),
        ["jobs"] = ("рабочее место", "рабочих места", "рабочих мест", "рабочего места"),
        ["tenge"] = ("тенге", "тенге", "тенге", "тенге"),
        ["thousand"] = ("тысяча", "тысячи", "тысяч", "тысячи"),
    };

    internal static (string Before, string After) Around(Figure of, bool thousand, string? scale)
    {
        var unit = of.Unit.ToString().ToLowerInvariant();
        var before = of.Qualifier switch { Qualifier.MoreThan => "более ", Qualifier.About => "около ", _ => "" };
        if (thousand) return (before, $" {Genitive("thousand", of.Value / 1_000)} {Forms[unit].Many}");
        if (scale is not null) return (before, $" {scale} {Forms[unit].Many}");
        return (before, $" {(of.Qualifier == Qualifier.Exact ? Counted(unit, of.Value) : Genitive(unit, of.Value))}");
    }

    internal static string Genitive(string what, long n) => IsOne(n) ? Forms[what].GenitiveOfOne : Forms[what].Many;

    private static string Counted(string what, long n) =>
        IsOne(n) ? Forms[what].One
        : n % 10 is >= 2 and <= 4 && n % 100 is < 12 or > 14 ? Forms[what].Few
        : Forms[what].Many;

    private static bool IsOne(long n) => n % 10 == 1 && n % 100 != 11;
}
