using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>An event of the running order alone.</summary>
public interface IOrderEvent;

/// <summary>Ordered segments, of which at most one is on air. It can be changed while the show is live.</summary>
/// <param name="OnAirId">The segment on air; null before the start and after the end.</param>
/// <param name="Step">
/// The seq of the event by which the segment came on air, or was held or went on: Next, Back, jump, hold and End name it. Each going on
/// air is a new step, also of a segment that was on air before. 0 before the start.
/// </param>
/// <param name="Version">The seq of the newest event that moved, inserted or removed a segment: whoever does that names it.</param>
/// <param name="HeldSince">Since when the clock of the segment on air stands, UTC; null while it goes.</param>
/// <param name="Trail">What was on air before, oldest first: Back goes to the last of it.</param>
/// <param name="Inserted">How many segments were ever inserted: their ids are numbered by it.</param>
/// <param name="Acts">What operators have done that can be undone, oldest first.</param>
/// <param name="UndoneActs">What was undone and can be done again, oldest first.</param>
public sealed partial record RunningOrder(
    ImmutableArray<Segment> Segments,
    string? OnAirId,
    long Step,
    long Version,
    DateTimeOffset? HeldSince,
    ImmutableArray<Aired> Trail,
    int Inserted,
    ImmutableArray<Act> Acts,
    ImmutableArray<Act> UndoneActs)
{
    public static readonly RunningOrder Empty = new([], null, 0, 0, null, [], 0, [], []);

    public static RunningOrder Of(TeleconferencePlan plan) =>
        Empty with { Segments = [.. plan.Segments.Select(segment => new Segment(segment))] };

    /// <summary>The place of the segment on air; null before the start and after the end.</summary>
    [JsonIgnore]
    public int? OnAir => OnAirId is null ? null : PlaceOf(OnAirId);

    /// <summary>What Next puts on air; before the start, what Start does. Null: nothing is left but the end.</summary>
    [JsonIgnore]
    public Segment? Next => Segments.Skip((OnAir ?? -1) + 1).FirstOrDefault(segment => !segment.Skipped);

    /// <summary>What Back puts on air again; null: nothing was on air before.</summary>
    [JsonIgnore]
    public Segment? Before => Trail.IsEmpty ? null : Find(Trail[^1].Id);

    public Segment? Find(string? id) => Segments.FirstOrDefault(segment => segment.Id == id);

    /// <summary>The segment in which a launch stands; null: in none.</summary>
    public Segment? Holding(string launchId) => Segments.FirstOrDefault(segment => segment.Plan.Launches.Contains(launchId));

    internal RunningOrder Apply(EventEnvelope envelope)
    {
        var next = Changed(envelope);
        return envelope.Event is Undone or Redone || Act.Of(envelope, this) is not { } act ? next : next.Remembering(act);
    }

    /// <summary>What an event does to the order, apart from what is remembered of it.</summary>
    private RunningOrder Changed(EventEnvelope envelope) => envelope.Event switch
    {
        SegmentWentOnAir e => GoOnAir(e.SegmentId, envelope),
        JumpedToSegment e => GoOnAir(e.SegmentId, envelope),
        SteppedBack e => StepBack(e.SegmentId, envelope.Seq),
        HoldBegan => this with { Step = envelope.Seq, HeldSince = envelope.OccurredAt },
        HoldEnded => Replace(OnAirId!, segment => Held(segment, envelope.OccurredAt)) with { Step = envelope.Seq, HeldSince = null },
        SegmentMoved e => Move(e.SegmentId, e.Before, envelope.Seq),
        SegmentInserted e => Insert(e.Segment, e.Before, envelope.Seq),
        SegmentRemoved e => Remove(e.SegmentId, envelope.Seq),
        SegmentEdited e => Edit(e.Segment, envelope.Seq),
        DurationAdjusted e => Edit(e.SegmentId, envelope.Seq, row => row with { Plan = row.Plan with { PlannedSeconds = e.PlannedSeconds } }),
        SegmentSkipped e => Edit(e.SegmentId, envelope.Seq, row => row with { Skipped = true }),
        SegmentUnskipped e => Edit(e.SegmentId, envelope.Seq, row => row with { Skipped = false }),
        LaunchMoved e => MoveLaunch(e.LaunchId, e.To),
        Undone e => Undo(e.Act, envelope.Seq),
        Redone e => Redo(e.Act, envelope),
        _ => throw new InvalidOperationException($"Unknown event {envelope.Event.GetType().Name}."),
    };

    internal RunningOrder Apply(ClockStepped step) => this with
    {
        Segments = [.. Segments.Select(segment => segment.After(step))],
        HeldSince = HeldSince.After(step),
        Trail = [.. Trail.Select(aired => aired.After(step))],
        Acts = [.. Acts.Select(act => act.After(step))],
        UndoneActs = [.. UndoneActs.Select(act => act.After(step))],
    };

    private RunningOrder Replace(string id, Func<Segment, Segment> change)
    {
        var place = PlaceOf(id);
        return this with { Segments = Segments.SetItem(place, change(Segments[place])) };
    }

    private int PlaceOf(string id)
    {
        for (var i = 0; i < Segments.Length; i++)
            if (Segments[i].Id == id) return i;
        throw new InvalidOperationException($"The log names segment {id}, which the running order does not have.");
    }
}
