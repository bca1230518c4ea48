using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>An operator took back what had been done.</summary>
/// <param name="Act">The seq of the event that was undone.</param>
/// <param name="What">Its stored name, as "segment_moved".</param>
/// <param name="SegmentId">The segment that it was about, if any.</param>
/// <param name="LaunchId">The launch that it was about, if any.</param>
public sealed record Undone(long Act, string What, string? SegmentId, string? LaunchId) : TeleconferenceEvent, IOrderEvent;

/// <summary>An operator did again what had been undone: as the first time, but now.</summary>
/// <param name="Act">The seq of the event that was done first.</param>
public sealed record Redone(long Act, string What, string? SegmentId, string? LaunchId) : TeleconferenceEvent, IOrderEvent;

/// <summary>Something that an operator did to the running order, with what is needed to take it back.</summary>
/// <param name="Seq">The seq of the event by which it was done first.</param>
/// <param name="At">The seq of the event by which it was done last, or undone.</param>
/// <param name="By">The operator's name: only the same may undo it.</param>
/// <param name="Was">The segments that it changed, as they were.</param>
/// <param name="From">
/// Of a segment that was moved or removed: the one behind it, null if it was the last. Of a launch: its segment, null if it was in none.
/// </param>
/// <param name="OnAirWas">What was on air.</param>
/// <param name="HeldSinceWas">As in <see cref="RunningOrder.HeldSince"/>.</param>
/// <param name="TrailWas">As in <see cref="RunningOrder.Trail"/>.</param>
public sealed record Act(
    long Seq, long At, string By, TeleconferenceEvent Event, ImmutableArray<Segment> Was, string? From, string? OnAirWas,
    DateTimeOffset? HeldSinceWas, ImmutableArray<Aired> TrailWas)
{
    /// <summary>Null: the event is none that can be undone.</summary>
    internal static Act? Of(EventEnvelope envelope, RunningOrder order)
    {
        if (envelope.Actor.Role != Role.Operator) return null;
        var act = new Act(envelope.Seq, envelope.Seq, envelope.Actor.Name, envelope.Event, [], null, order.OnAirId, order.HeldSince, order.Trail);
        // A show's first segment goes on air by its start.
        if (act.IsOfTheAir && order.OnAirId is null) return null;
        return act with
        {
            Was = [.. order.Segments.Where(segment =>
                segment.Id == act.SegmentId
                || (act.IsOfTheAir && segment.Id == order.OnAirId)
                || (act.LaunchId is { } id && segment.Plan.Launches.Contains(id)))],
            From = act.LaunchId is { } launch ? order.Holding(launch)?.Id : act.IsOfThePlace ? order.Behind(act.SegmentId!) : null,
        };
    }

    /// <summary>The segment that it is about; null: the one on air, or none.</summary>
    [JsonIgnore]
    public string? SegmentId => Event switch
    {
        SegmentWentOnAir e => e.SegmentId,
        JumpedToSegment e => e.SegmentId,
        SteppedBack e => e.SegmentId,
        SegmentMoved e => e.SegmentId,
        SegmentInserted e => e.Segment.Id,
        SegmentRemoved e => e.SegmentId,
        SegmentEdited e => e.Segment.Id,
        DurationAdjusted e => e.SegmentId,
        SegmentSkipped e => e.SegmentId,
        SegmentUnskipped e => e.SegmentId,
        LaunchMoved e => e.To,
        _ => null,
    };

    [JsonIgnore]
    public string? LaunchId => (Event as LaunchMoved)?.LaunchId;

    /// <summary>It changed what is on air, or its clock.</summary>
    [JsonIgnore]
    public bool IsOfTheAir => Event is SegmentWentOnAir or JumpedToSegment or SteppedBack or HoldBegan or HoldEnded;

    /// <summary>It changed where a segment stands, or whether it is there.</summary>
    [JsonIgnore]
    internal bool IsOfThePlace => Event is SegmentMoved or SegmentInserted or SegmentRemoved;

    private bool IsOfTheRow => Event is SegmentEdited or DurationAdjusted or SegmentSkipped or SegmentUnskipped;

    private bool Needs(string segmentId) => SegmentId == segmentId || (Event is LaunchMoved && From == segmentId) || Was.Any(was => was.Id == segmentId);

    /// <summary>Whether this, done after the other, stands on it: the other cannot be undone alone.</summary>
    internal bool StandsOn(Act other) =>
        (IsOfTheAir && other.IsOfTheAir)
        || (IsOfTheRow && other.IsOfTheRow && SegmentId == other.SegmentId)
        || (IsOfThePlace && other.IsOfThePlace && SegmentId == other.SegmentId)
        || (LaunchId is { } launch && launch == other.LaunchId)
        || (Event is SegmentRemoved gone && other.Needs(gone.SegmentId))
        || (other.Event is SegmentInserted or SegmentRemoved && Needs(other.SegmentId!));

    internal Act After(ClockStepped step) => this with
    {
        Was = [.. Was.Select(segment => segment.After(step))],
        HeldSinceWas = HeldSinceWas.After(step),
        TrailWas = [.. TrailWas.Select(aired => aired.After(step))],
    };
}

/// <summary>What is remembered of what was done, and what undoing and redoing do.</summary>
public sealed partial record RunningOrder
{
    /// <summary>How much can be undone. A later build may remember more, never less: old logs were folded by it.</summary>
    private const int MaxActs = 100;

    /// <summary>What this operator did last and can undo.</summary>
    public Act? UndoableBy(string name) => Acts.LastOrDefault(act => act.By == name);

    /// <summary>What this operator undid last and has done nothing since.</summary>
    public Act? RedoableBy(string name) =>
        UndoneActs.LastOrDefault(act => act.By == name) is { } act && !Acts.Any(later => later.By == name && later.Seq > act.At) ? act : null;

    /// <summary>What others have done since and stands on an act; null: nothing.</summary>
    internal Act? InTheWayOf(Act act) => Acts.FirstOrDefault(later => later.At > act.At && later.By != act.By && later.StandsOn(act));

    /// <summary>The segment that stands behind one; null: none does, or there is no such segment.</summary>
    internal string? Behind(string id) => Segments.SkipWhile(segment => segment.Id != id).Skip(1).FirstOrDefault()?.Id;

    private RunningOrder Remembering(Act act)
    {
        var acts = Acts.Add(act);
        if (acts.Length <= MaxActs) return this with { Acts = acts };
        // What was undone before the one that is forgotten: whether that stands in its way could not be told any more.
        return this with { Acts = acts.RemoveAt(0), UndoneActs = UndoneActs.RemoveAll(undone => undone.At < acts[0].At) };
    }

    private RunningOrder Undo(long seq, long now)
    {
        var act = Acts.First(done => done.Seq == seq);
        var undone = UndoneActs.Add(act with { At = now });
        return Restored(act, now) with { Acts = Acts.Remove(act), UndoneActs = undone.Length > MaxActs ? undone.RemoveAt(0) : undone };
    }

    private RunningOrder Redo(long seq, EventEnvelope envelope)
    {
        var act = UndoneActs.First(undone => undone.Seq == seq);
        var again = envelope with { Event = act.Event };
        var next = Changed(again) with { UndoneActs = UndoneActs.Remove(act) };
        return next.Remembering(Act.Of(again, this)! with { Seq = seq });
    }

    private RunningOrder Restored(Act act, long now) => act.Event switch
    {
        SegmentMoved e => Move(e.SegmentId, Find(act.From)?.Id, now),
        SegmentInserted e => Remove(e.Segment.Id, now),
        SegmentRemoved => Put(act.Was[0], Find(act.From)?.Id) with
        {
            Version = now,
            // Where the show has gone on since, it has gone on without that segment.
            Trail = Step < act.At ? act.TrailWas : Trail,
        },
        LaunchMoved e => MoveLaunch(e.LaunchId, act.From, act.Was.FirstOrDefault(was => was.Id == act.From)?.Plan.Launches.IndexOf(e.LaunchId)),
        SegmentEdited or DurationAdjusted => Edit(act.Was[0].Plan, now),
        SegmentSkipped or SegmentUnskipped => Edit(act.SegmentId!, now, row => row with { Skipped = act.Was[0].Skipped }),
        _ => RestoredAir(act, now),
    };

    /// <summary>The runs as they were, on the rows as they are.</summary>
    private RunningOrder RestoredAir(Act act, long now)
    {
        var runs = act.Was.Aggregate(this, (order, was) => order.Replace(was.Id, row => row.WithRun(Aired.Of(was)) with
        {
            Skipped = was.Id != act.OnAirWas && (row.Skipped || was.Skipped),
        })) with
        { OnAirId = act.OnAirWas, HeldSince = act.HeldSinceWas, Step = now };
        return runs with { Trail = runs.Known(act.TrailWas) };
    }
}
