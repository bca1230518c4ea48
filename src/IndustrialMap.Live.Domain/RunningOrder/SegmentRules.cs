namespace IndustrialMap.Live.Domain;

/// <summary>What a segment's row must hold. Source: the rules of the plan's file, ops/plan-format.md.</summary>
internal static class SegmentRules
{
    internal static bool IsLength(int seconds) => seconds is >= 1 and <= PlannedSegment.MaxSeconds;

    /// <summary>Null: the row is good.</summary>
    internal static Refusal? Bad(TeleconferencePlan plan, PlannedSegment row) =>
        !IsLength(row.PlannedSeconds) ? new(RefusalCode.DurationOutOfRange, row.Id)
        : row.Site is not null && plan.Sites.All(site => site.Id != row.Site) ? new(RefusalCode.UnknownSite)
        : row.Title is null && row.Site is null && row.Launches.IsEmpty ? new(RefusalCode.TitleRequired)
        : Words.Bad(row.Title) is { } bad ? new(bad)
        : BadSite(plan, row.Site, row.Launches);

    /// <summary>A launch stands in no segment of another site.</summary>
    internal static Refusal? BadSite(TeleconferencePlan plan, string? site, IReadOnlyList<string> launches)
    {
        if (site is null) return null;
        var elsewhere = launches.Where(id => plan.Launches.First(launch => launch.Id == id).Site != site).ToArray();
        return elsewhere.Length == 0 ? null : new(RefusalCode.LaunchOfAnotherSite, site, elsewhere);
    }
}
