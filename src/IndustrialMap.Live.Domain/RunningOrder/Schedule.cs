using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>
/// Where a show and each of its segments stand in time. The screens count alike (src/web/lib/schedule/schedule.ts); both are
/// held to the same cases, schedule.cases.json beside it. All times are UTC and, as on the screens, whole milliseconds.
/// </summary>
/// <param name="Slots">One for each segment, in order.</param>
/// <param name="PlannedStart">What the plan is laid from: the planned start while it binds, else the real one.</param>
/// <param name="ExpectedEnd">The end as it stands now; after the end, the real one.</param>
/// <param name="Over">Expected end minus planned end: positive is behind the plan.</param>
/// <param name="ToStart">Before the start: how long until the planned start; negative once that has gone by.</param>
public sealed record Schedule(
    ImmutableArray<Slot> Slots,
    DateTimeOffset? PlannedStart,
    DateTimeOffset? PlannedEnd,
    DateTimeOffset? ExpectedEnd,
    TimeSpan? Over,
    TimeSpan? ToStart)
{
    /// <summary>A planned start further from the real one than this is of another day, as in a run-through: it does not bind.</summary>
    private const long Near = 12 * 3_600_000;

    /// <summary>
    /// Planned: laid end to end from the planned start, or the real one where there is none. Expected: from now on, so that what
    /// overruns pushes everything after it and what ends early pulls it; what stands before the segment on air and was never
    /// aired is not expected, what stands after it and was aired already is not expected again. A fixed start takes up the slack
    /// before it. A skipped segment that was never on air takes no time and has no times. After a step of the server's clock the
    /// stored times have moved with it, so nothing is to be done here.
    /// </summary>
    public static Schedule Of(ScheduleInput show, DateTimeOffset at)
    {
        var (now, draft) = (at.ToUnixTimeMilliseconds(), show.Phase == Phase.Draft);
        var anchor = Anchor(Milliseconds(show.StartedAt), Milliseconds(show.PlannedStart), now);
        var planned = anchor;
        // Before the start the first segment is expected when it is planned, or now once that has gone by. Later the one on air leads.
        var expected = draft && anchor is { } due ? Math.Max(due, now) : (long?)null;

        var slots = ImmutableArray.CreateBuilder<Slot>(show.Segments.Length);
        foreach (var segment in show.Segments)
        {
            var (start, left) = (Milliseconds(segment.StartedAt), Milliseconds(segment.EndedAt));
            var fixedStart = Milliseconds(segment.FixedStart);
            if (segment.Skipped && start is null)
            {
                slots.Add(new(segment.Id));
                continue;
            }
            var length = segment.PlannedSeconds * 1_000L;
            var plannedStart = NotBefore(planned, fixedStart);
            planned = plannedStart + length;

            long? end, over = null, slack = null;
            if (start is not { } real)
            {
                start = NotBefore(expected, fixedStart);
                slack = start - expected;
                end = expected = start + length;
            }
            else
            {
                var hold = left is null ? now - Milliseconds(show.HeldSince) : null;
                var held = segment.HeldMilliseconds + Math.Max(0, hold ?? 0);
                end = left ?? Math.Max(now, real + held + length);
                over = (left ?? now) - real - held - length;
                if (left is null) expected = end;
            }
            slots.Add(new(
                segment.Id, Time(plannedStart), Time(planned), Time(start), Time(end),
                Length(over), Length(Positive(start - fixedStart)), Length(Positive(slack))));
        }

        var expectedEnd = show.Phase == Phase.Ended ? Milliseconds(show.EndedAt) : expected;
        return new(
            slots.MoveToImmutable(), Time(anchor), Time(planned), Time(expectedEnd),
            Length(expectedEnd - planned), Length(draft ? anchor - now : null));
    }

    private static long? Anchor(long? real, long? wanted, long now) =>
        wanted is null ? real
        : real is null ? now - wanted <= Near ? wanted : null
        : Math.Abs(wanted.Value - real.Value) <= Near ? wanted : real;

    /// <summary>A fixed start moves what has a time already; alone it places nothing.</summary>
    private static long? NotBefore(long? time, long? fixedStart) => fixedStart > time ? fixedStart : time;

    private static long? Positive(long? length) => length > 0 ? length : null;

    private static long? Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    /// <summary>A clock that was set to the end of the calendar leads no further.</summary>
    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at
        ? DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(at, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()))
        : null;

    private static TimeSpan? Length(long? milliseconds) => milliseconds is { } length ? TimeSpan.FromMilliseconds(length) : null;
}

/// <summary>Where one segment stands. Null is "not known", or "does not apply".</summary>
/// <param name="Start">When it went on air, or is expected to.</param>
/// <param name="End">When it left the air, or is expected to.</param>
/// <param name="Over">
/// How much longer than planned it has run by its own clock, which stands while held; negative while time is left. Once on air.
/// </param>
/// <param name="LateBy">By how much it misses its fixed start, or has missed it.</param>
/// <param name="Slack">How long it is expected to wait for its fixed start.</param>
public sealed record Slot(
    string Id,
    DateTimeOffset? PlannedStart = null,
    DateTimeOffset? PlannedEnd = null,
    DateTimeOffset? Start = null,
    DateTimeOffset? End = null,
    TimeSpan? Over = null,
    TimeSpan? LateBy = null,
    TimeSpan? Slack = null);
