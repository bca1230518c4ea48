namespace IndustrialMap.Live.Domain;

/// <summary>Local time by the rules that this machine has (its tzdata), by IANA name.</summary>
public static class TimeZones
{
    /// <summary>By how many minutes the zone's clocks are ahead of UTC at that instant (behind it, if negative).</summary>
    /// <returns>Null where this machine does not know the zone.</returns>
    public static int? OffsetMinutes(string timeZone, DateTimeOffset at) => (int?)Find(timeZone)?.GetUtcOffset(at).TotalMinutes;

    internal static TimeZoneInfo? Find(string timeZone) => TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : null;

    /// <summary>
    /// Of a wall time that is there twice the first; of one that is skipped, what the clock before would have counted on to.
    /// </summary>
    internal static DateTimeOffset InstantOf(DateTime wallTime, TimeZoneInfo zone)
    {
        // Offsets differ around a change only; a day to each side both are found, the one before it first.
        var utc = DateTime.SpecifyKind(wallTime, DateTimeKind.Utc);
        var before = new DateTimeOffset(wallTime, zone.GetUtcOffset(utc.AddDays(-1)));
        var after = new DateTimeOffset(wallTime, zone.GetUtcOffset(utc.AddDays(1)));
        return zone.GetUtcOffset(before) != before.Offset && zone.GetUtcOffset(after) == after.Offset ? after : before;
    }
}
