namespace IndustrialMap.Live.Domain;

/// <summary>The rules of a reason, which goes into the log with what is done.</summary>
internal static class Reasons
{
    /// <summary>Longest reason, in UTF-16 units.</summary>
    internal const int MaxLength = 500;

    internal static Decision With(string? reason, Func<string, Decision> decide) => Bad(reason) is { } bad ? bad : decide(reason!.Trim());

    internal static RefusalCode? Bad(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? RefusalCode.ReasonRequired
        : reason.Trim().Length > MaxLength ? RefusalCode.ReasonTooLong
        : null;
}
