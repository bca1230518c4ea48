using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>The next segment is on air; the one that was before it, if any, is not any more.</summary>
public sealed record SegmentWentOnAir(string SegmentId) : TeleconferenceEvent, IOrderEvent;

/// <summary>An operator chose this segment out of its turn: it is on air, and the one before is not any more.</summary>
public sealed record JumpedToSegment(string SegmentId) : TeleconferenceEvent, IOrderEvent;

/// <summary>Next was pressed too early: the segment that was on air before is on air again, as if it had never left.</summary>
public sealed record SteppedBack(string SegmentId) : TeleconferenceEvent, IOrderEvent;

/// <summary>The clock of the segment on air stands, and all that follows moves.</summary>
public sealed record HoldBegan : TeleconferenceEvent, IOrderEvent;

/// <summary>The clock of the segment on air goes on.</summary>
public sealed record HoldEnded : TeleconferenceEvent, IOrderEvent;

/// <summary>What the events about the segment on air do to the running order.</summary>
public sealed partial record RunningOrder
{
    private RunningOrder GoOnAir(string id, EventEnvelope envelope) =>
        Leave(envelope.OccurredAt).Replace(id, segment => segment.WithoutRun with { StartedAt = envelope.OccurredAt, Skipped = false }) with
        {
            OnAirId = id,
            Step = envelope.Seq,
        };

    private RunningOrder StepBack(string id, long seq)
    {
        var trail = Trail.IsEmpty ? Trail : Trail.RemoveAt(Trail.Length - 1);
        var left = OnAirId is { } now ? Replace(now, segment => RunBefore(segment, trail)) : this;
        return left.Replace(id, segment => segment.WithRun(Trail[^1]) with { EndedAt = null, Skipped = false }) with
        {
            OnAirId = id,
            Step = seq,
            HeldSince = null,
            Trail = trail,
        };
    }

    /// <summary>As it was before it came on air the last time.</summary>
    private static Segment RunBefore(Segment segment, ImmutableArray<Aired> trail) =>
        trail.LastOrDefault(aired => aired.Id == segment.Id) is { } before ? segment.WithRun(before) : segment.WithoutRun;

    /// <summary>Nothing is on air: what was, ended now, and a hold with it.</summary>
    private RunningOrder Leave(DateTimeOffset at)
    {
        if (OnAirId is null) return this;
        var left = Replace(OnAirId, segment => Held(segment, at) with { EndedAt = at });
        return left with { OnAirId = null, HeldSince = null, Trail = Trail.Add(Aired.Of(left.Find(OnAirId)!)) };
    }

    private Segment Held(Segment segment, DateTimeOffset until) => HeldSince is { } since
        ? segment with { HeldMilliseconds = segment.HeldMilliseconds + Math.Max(0, (long)(until - since).TotalMilliseconds) }
        : segment;

    /// <summary>
    /// The show has ended; what was on air is the last of the trail. Nothing about the air can be undone any more, and nothing done again:
    /// who has done something of the air since would no longer be known to have.
    /// </summary>
    internal RunningOrder End(EventEnvelope envelope) => Leave(envelope.OccurredAt) with
    {
        Step = envelope.Seq,
        Acts = Acts.RemoveAll(act => act.IsOfTheAir),
        UndoneActs = [],
    };

    /// <summary>The end was taken back: what was on air is, as if it had never left.</summary>
    internal RunningOrder Reopen(long seq) => StepBack(Trail[^1].Id, seq);
}
