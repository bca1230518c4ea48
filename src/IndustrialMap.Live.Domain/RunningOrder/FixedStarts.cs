namespace IndustrialMap.Live.Domain;

/// <summary>From a time of day, as a plan writes a fixed start, to the instant that is meant.</summary>
public static class FixedStarts
{
    /// <summary>
    /// The occurrence of the wall time that is nearest to the anchor, so later than twelve hours before it and at most twelve
    /// hours after it: 00:10 in a show that starts at 23:50 is of the next day, 11:55 in one that starts at 12:00 of the same.
    /// A wall time that the clocks skip is meant as the clock before would have counted on; of one that they show twice, the
    /// first is meant, as RFC 5545 has it.
    /// </summary>
    /// <param name="timeZone">IANA name of the studio's zone.</param>
    /// <param name="anchor">When the show started, or else is planned to; null: not known.</param>
    /// <returns>Null without an anchor, and where this machine does not know the zone: the segment then comes in its turn.</returns>
    public static DateTimeOffset? Resolve(TimeOnly? wallTime, string timeZone, DateTimeOffset? anchor)
    {
        if (wallTime is not { } time || anchor is not { } near || TimeZones.Find(timeZone) is not { } zone) return null;
        // A clock that was set to an end of the calendar has no day before it, or after.
        if (near.UtcDateTime.Year is 1 or 9999) return null;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(near, zone).DateTime);
        return Enumerable.Range(-1, 3)
            .Select(days => TimeZones.InstantOf(day.AddDays(days).ToDateTime(time), zone))
            // Of two that are equally near, the one to come.
            .OrderBy(instant => (instant - near).Duration()).ThenByDescending(instant => instant)
            .First();
    }
}
