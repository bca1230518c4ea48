using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>The segment is on air; the one that was before it, if any, is not any more.</summary>
public sealed record SegmentWentOnAir(string SegmentId) : TeleconferenceEvent;

/// <summary>Next was pressed too early: the segment before is on air again, as if it had never left.</summary>
public sealed record SteppedBack(string SegmentId) : TeleconferenceEvent;

/// <param name="StartedAt">When it last went on air, UTC.</param>
/// <param name="EndedAt">When it left the air, UTC; null while on air.</param>
public sealed record Segment(string Id, DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null);

/// <summary>Ordered segments, of which at most one is on air.</summary>
/// <param name="OnAir">The place of the segment on air; null before the start and after the end.</param>
public sealed record RunningOrder(ImmutableArray<Segment> Segments, int? OnAir)
{
    public static readonly RunningOrder Empty = new([], null);

    public static RunningOrder Of(TeleconferencePlan plan) => new([.. plan.Segments.Select(segment => new Segment(segment.Id))], null);

    public string? OnAirId => OnAir is { } i ? Segments[i].Id : null;

    internal RunningOrder Apply(SegmentWentOnAir e, DateTimeOffset at)
    {
        var left = End(at);
        var place = left.PlaceOf(e.SegmentId);
        return new(left.Segments.SetItem(place, new Segment(e.SegmentId, at)), place);
    }

    internal RunningOrder Apply(SteppedBack e)
    {
        var place = PlaceOf(e.SegmentId);
        var undone = OnAir is { } now ? Segments.SetItem(now, new Segment(Segments[now].Id)) : Segments;
        return new(undone.SetItem(place, undone[place] with { EndedAt = null }), place);
    }

    internal RunningOrder Apply(ClockStepped step) => this with
    {
        Segments = [.. Segments.Select(segment => segment with { StartedAt = segment.StartedAt.After(step), EndedAt = segment.EndedAt.After(step) })],
    };

    internal RunningOrder End(DateTimeOffset at) =>
        OnAir is { } now ? new(Segments.SetItem(now, Segments[now] with { EndedAt = at }), null) : this;

    private int PlaceOf(string id)
    {
        for (var i = 0; i < Segments.Length; i++)
            if (Segments[i].Id == id) return i;
        throw new InvalidOperationException($"The log names segment {id}, which its plan does not have.");
    }
}
