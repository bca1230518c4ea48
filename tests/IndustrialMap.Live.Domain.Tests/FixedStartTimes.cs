namespace IndustrialMap.Live.Domain.Tests;

public class FixedStartTimes
{
    [Theory]
    // Almaty has been at +5 since March 2024, and knows no summer time.
    [InlineData("12:00", "Asia/Almaty", "2026-11-27T11:30+05:00", "2026-11-27T12:00+05:00")]
    [InlineData("11:55", "Asia/Almaty", "2026-11-27T12:00+05:00", "2026-11-27T11:55+05:00")]
    [InlineData("00:10", "Asia/Almaty", "2026-11-27T23:50+05:00", "2026-11-28T00:10+05:00")]
    [InlineData("23:50", "Asia/Almaty", "2026-11-28T00:10+05:00", "2026-11-27T23:50+05:00")]
    [InlineData("00:00", "Asia/Almaty", "2026-11-27T20:00+05:00", "2026-11-28T00:00+05:00")]
    // Of two that are equally near, the one to come.
    [InlineData("00:00", "Asia/Almaty", "2026-11-27T12:00+05:00", "2026-11-28T00:00+05:00")]
    // The anchor's day is the studio's: 20:00 UTC is 01:00 of the next day there.
    [InlineData("01:30", "Asia/Almaty", "2026-11-27T20:00Z", "2026-11-28T01:30+05:00")]
    [InlineData("12:00", "Asia/Almaty", "2023-11-27T11:30+06:00", "2023-11-27T12:00+06:00")]
    [InlineData("08:00", "America/New_York", "2026-01-15T12:30Z", "2026-01-15T08:00-05:00")]
    // Berlin's clocks skip from 02:00 to 03:00: 02:30 is what the winter clock would have called so.
    [InlineData("02:30", "Europe/Berlin", "2026-03-29T01:00+01:00", "2026-03-29T03:30+02:00")]
    [InlineData("03:00", "Europe/Berlin", "2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00")]
    [InlineData("01:59", "Europe/Berlin", "2026-03-29T01:00+01:00", "2026-03-29T01:59+01:00")]
    // They go back from 03:00 to 02:00: 02:30 is there twice, and the first is meant.
    [InlineData("02:30", "Europe/Berlin", "2026-10-25T01:00+02:00", "2026-10-25T02:30+02:00")]
    [InlineData("03:00", "Europe/Berlin", "2026-10-25T01:00+02:00", "2026-10-25T03:00+01:00")]
    // Almaty's own change of 1 March 2024, at midnight, from +6 to +5: 23:30 was there twice.
    [InlineData("23:30", "Asia/Almaty", "2024-02-29T22:00+06:00", "2024-02-29T23:30+06:00")]
    [InlineData("00:10", "Asia/Almaty", "2024-02-29T23:00+06:00", "2024-03-01T00:10+05:00")]
    public void The_nearest_occurrence_is_meant(string wallTime, string zone, string anchor, string instant) =>
        Assert.Equal(Instant(instant), FixedStarts.Resolve(TimeOnly.Parse(wallTime), zone, Instant(anchor)));

    [Fact]
    public void Nothing_is_resolved_without_a_time_an_anchor_or_a_zone_that_is_known()
    {
        var anchor = Instant("2026-11-27T11:30+05:00");

        Assert.Null(FixedStarts.Resolve(null, "Asia/Almaty", anchor));
        Assert.Null(FixedStarts.Resolve(new TimeOnly(12, 0), "Asia/Almaty", null));
        Assert.Null(FixedStarts.Resolve(new TimeOnly(12, 0), "Asia/Nowhere", anchor));
        Assert.Null(FixedStarts.Resolve(new TimeOnly(12, 0), "Asia/Almaty", DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData("Asia/Almaty", "2024-02-29T17:59Z", 360)]
    [InlineData("Asia/Almaty", "2024-02-29T18:00Z", 300)]
    [InlineData("Europe/Berlin", "2026-07-01T00:00Z", 120)]
    [InlineData("America/St_Johns", "2026-01-01T00:00Z", -210)]
    [InlineData("Asia/Nowhere", "2026-01-01T00:00Z", null)]
    public void An_offset_is_of_a_zone_at_an_instant(string zone, string at, int? minutes) =>
        Assert.Equal(minutes, TimeZones.OffsetMinutes(zone, Instant(at)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
