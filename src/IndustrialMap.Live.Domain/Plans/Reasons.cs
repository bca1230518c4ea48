namespace IndustrialMap.Live.Domain;

/// <summary>The reason that the control room gives for an act, and that stays in the log.</summary>
internal static class Reasons
{
    /// <summary>Longest reason, in UTF-16 units, without the space around it.</summary>
    private const int MaxLength = 500;

    /// <summary>Decides with the reason as it is kept, or refuses it.</summary>
    internal static Decision WithReason(string? reason, Func<string, Decision> decide) =>
        Bad(reason) is { } bad ? bad : decide(Tidy(reason!));

    /// <summary>What is wrong with it; null: nothing. What cannot be seen is told first, since nobody would find it.</summary>
    internal static RefusalCode? Bad(string? reason)
    {
        var tidy = Tidy(reason ?? "");
        return !Words.IsReadable(tidy) ? RefusalCode.ReasonUnreadable
            : !Words.HasLetterOrDigit(tidy) ? RefusalCode.ReasonRequired
            : tidy.Length > MaxLength ? RefusalCode.ReasonTooLong
            : null;
    }

    /// <summary>As it is kept: without space around it, its lines parted by line feeds, whatever system it was written on.</summary>
    internal static string Tidy(string reason) => reason.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
