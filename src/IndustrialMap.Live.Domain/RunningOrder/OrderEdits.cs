using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <param name="Before">The segment before which it stands now; null: at the end.</param>
public sealed record SegmentMoved(string SegmentId, string? Before) : TeleconferenceEvent, IOrderEvent;

/// <param name="Before">The segment before which it was put; null: at the end.</param>
public sealed record SegmentInserted(PlannedSegment Segment, string? Before) : TeleconferenceEvent, IOrderEvent;

/// <param name="Title">What it was called, for those who read the log afterwards.</param>
/// <param name="Site">Where it was to be, for the same.</param>
public sealed record SegmentRemoved(string SegmentId, Text? Title, string? Site) : TeleconferenceEvent, IOrderEvent;

/// <param name="Segment">The whole row as it is now. Its launches are moved by <see cref="LaunchMoved"/> alone.</param>
public sealed record SegmentEdited(PlannedSegment Segment) : TeleconferenceEvent, IOrderEvent;

/// <param name="PlannedSeconds">The planned duration as it is now.</param>
public sealed record DurationAdjusted(string SegmentId, int PlannedSeconds) : TeleconferenceEvent, IOrderEvent;

/// <summary>Next passes over the segment.</summary>
public sealed record SegmentSkipped(string SegmentId) : TeleconferenceEvent, IOrderEvent;

public sealed record SegmentUnskipped(string SegmentId) : TeleconferenceEvent, IOrderEvent;

/// <param name="To">The segment in which the launch stands now; null: in none.</param>
public sealed record LaunchMoved(string LaunchId, string? To) : TeleconferenceEvent, IOrderEvent;

/// <summary>What edits do to the running order.</summary>
public sealed partial record RunningOrder
{
    private RunningOrder Move(string id, string? before, long seq)
    {
        var moved = Segments[PlaceOf(id)];
        return Without(id).Put(moved, before) with { Version = seq };
    }

    private RunningOrder Insert(PlannedSegment row, string? before, long seq) =>
        Put(new Segment(row, seq), before) with { Version = seq, Inserted = Inserted + 1 };

    private RunningOrder Remove(string id, long seq)
    {
        var left = Without(id);
        return left with { Version = seq, Trail = left.Known(Trail) };
    }

    /// <summary>The trail over what is still there. Where the same segment would follow itself, once: Back leads to another one.</summary>
    private ImmutableArray<Aired> Known(ImmutableArray<Aired> trail)
    {
        var known = trail.RemoveAll(aired => Find(aired.Id) is null);
        return [.. known.Where((aired, i) => aired.Id != (i + 1 < known.Length ? known[i + 1].Id : OnAirId))];
    }

    private RunningOrder Edit(PlannedSegment row, long seq) =>
        Edit(row.Id, seq, segment => segment with { Plan = row with { Launches = segment.Plan.Launches } });

    private RunningOrder Edit(string id, long seq, Func<Segment, Segment> change) => Replace(id, segment => change(segment) with { Seq = seq });

    /// <param name="at">Where among the launches that stand there; null: behind them.</param>
    private RunningOrder MoveLaunch(string launchId, string? to, int? at = null)
    {
        var taken = Holding(launchId) is { } from ? from.Id : null;
        var left = taken is null ? this : WithLaunches(taken, launches => launches.Remove(launchId));
        return to is null ? left : left.WithLaunches(to, launches => launches.Insert(Math.Min(at ?? launches.Length, launches.Length), launchId));
    }

    private RunningOrder WithLaunches(string id, Func<ImmutableArray<string>, ImmutableArray<string>> change) =>
        Replace(id, segment => segment with { Plan = segment.Plan with { Launches = change(segment.Plan.Launches) } });

    private RunningOrder Without(string id) => this with { Segments = Segments.RemoveAt(PlaceOf(id)) };

    private RunningOrder Put(Segment segment, string? before) =>
        this with { Segments = Segments.Insert(before is null ? Segments.Length : PlaceOf(before), segment) };
}
