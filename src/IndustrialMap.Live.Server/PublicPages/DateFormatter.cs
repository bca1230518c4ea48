namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>A day written out as the screens do (src/web/lib/i18n/times.ts): the server runs without any culture's dates.</summary>
internal static class DateFormatter
{
    private static readonly string[] English = "January February March April May June July August September October November December".Split(' ');
    private static readonly string[] Russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".Split(' ');
    private static readonly string[] Kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".Split(' ');

    internal static string Of(DateOnly date, string language) => language switch
    {
        "ru" => $"{date.Day} {Russian[date.Month - 1]} {date.Year} года",
        "kk" => $"{date.Year} жылғы {date.Day} {Kazakh[date.Month - 1]}",
        _ => $"{date.Day} {English[date.Month - 1]} {date.Year}",
    };
}
