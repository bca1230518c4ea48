using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>What a <see cref="Schedule"/> is computed from. All times are instants; null is "not, or not known".</summary>
/// <param name="HeldSince">Since when the segment on air is held; null while it is not.</param>
public sealed record ScheduleInput(
    Phase Phase,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? PlannedStart,
    DateTimeOffset? HeldSince,
    ImmutableArray<ScheduledSegment> Segments);

/// <summary>A segment in the order that stands. Never on air: no start; on air: no end.</summary>
/// <param name="PlannedSeconds">Its planned length as it stands after all edits.</param>
/// <param name="StartedAt">When it last went on air.</param>
/// <param name="EndedAt">When it left the air.</param>
/// <param name="HeldMilliseconds">How long it was held while on air; a hold that still lasts is not in it.</param>
/// <param name="FixedStart">The instant before which it must not begin: see <see cref="FixedStarts"/>.</param>
public sealed record ScheduledSegment(
    string Id,
    int PlannedSeconds,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? EndedAt = null,
    long HeldMilliseconds = 0,
    bool Skipped = false,
    DateTimeOffset? FixedStart = null);
