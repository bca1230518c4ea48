namespace IndustrialMap.Live.Domain;

/// <summary>Takes back what its sender did last to the running order.</summary>
/// <param name="Act">The seq of the event to be undone, as the sender saw it.</param>
public sealed record UndoAct(long Act) : Command;

/// <summary>Does again what its sender undid last.</summary>
/// <param name="Act">The seq of the event that was done first, as the sender saw it.</param>
/// <param name="Open">Where it is a step: the launches that the sender saw open.</param>
public sealed record RedoAct(long Act, IReadOnlyList<string>? Open = null) : Command;

/// <summary>The rules of undo and redo. What another has changed since is not undone over them. Pure.</summary>
internal static class UndoDecider
{
    internal static Decision Decide(Teleconference state, UndoAct command, Actor by) =>
        state.Phase == Phase.Ended ? RefusalCode.AlreadyEnded
        : state.Order.UndoableBy(by.Name) is not { } act || act.Seq != command.Act ? RefusalCode.NothingToUndo
        : Hindrance(state, act) ?? (Decision)new Undone(act.Seq, EventNames.NameOf(act.Event), act.SegmentId, act.LaunchId);

    internal static Decision Decide(Teleconference state, RedoAct command, Actor by) =>
        state.Phase == Phase.Ended ? RefusalCode.AlreadyEnded
        : state.Order.RedoableBy(by.Name) is not { } act || act.Seq != command.Act ? RefusalCode.NothingToRedo
        : HindranceAgain(state, act, command) ?? (Decision)new Redone(act.Seq, EventNames.NameOf(act.Event), act.SegmentId, act.LaunchId);

    private static Refusal? Hindrance(Teleconference state, Act act)
    {
        var order = state.Order;
        return Changed(order, act) ?? act.Event switch
        {
            SegmentInserted => OrderEditDecider.HindranceToRemove(order, order.Find(act.SegmentId)!),
            SegmentRemoved => OrderEditDecider.NoRoom(order),
            SegmentUnskipped e => OrderEditDecider.Hindrance(state, new SegmentSkipped(e.SegmentId)),
            // A row of the plan may be one that no edit could make; its site alone has to fit what stands in it now.
            SegmentEdited or DurationAdjusted => SegmentRules.BadSite(
                state.Plan!, act.Was[0].Plan.Site, order.Find(act.SegmentId)!.Plan.Launches),
            LaunchMoved e => OrderEditDecider.Hindrance(state, new LaunchMoved(e.LaunchId, act.From)),
            _ => null,
        };
    }

    private static Refusal? HindranceAgain(Teleconference state, Act act, RedoAct command)
    {
        var order = state.Order;
        if (Changed(order, act) is { } changed) return changed;
        // It may have gone by an undo, which nothing stands on.
        if (act is { SegmentId: { } segment, Event: not SegmentInserted } && order.Find(segment) is null) return new(RefusalCode.UnknownSegment);
        return act.Event switch
        {
            SegmentWentOnAir or JumpedToSegment => OpenLaunches.NotNamed(state, new Jump(null, act.SegmentId!, command.Open)),
            SteppedBack e => order.Before?.Id == e.SegmentId ? null : new(RefusalCode.NothingBefore),
            SegmentMoved e => e.Before is not null && order.Find(e.Before) is null ? new(RefusalCode.UnknownSegment) : null,
            SegmentInserted e => e.Before is not null && order.Find(e.Before) is null ? new(RefusalCode.UnknownSegment)
                : OrderEditDecider.Hindrance(state, e),
            SegmentEdited e => SegmentRules.BadSite(state.Plan!, e.Segment.Site, order.Find(act.SegmentId)!.Plan.Launches),
            _ => OrderEditDecider.Hindrance(state, act.Event),
        };
    }

    /// <summary>What others have done since and stands on it.</summary>
    private static Refusal? Changed(RunningOrder order, Act act) =>
        order.InTheWayOf(act) is { } later ? new(RefusalCode.ChangedSince, ChangedBy: later.At) : null;
}
