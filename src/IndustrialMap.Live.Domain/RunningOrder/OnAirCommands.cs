namespace IndustrialMap.Live.Domain;

/// <summary>A command about what is on air: it names the step that its sender saw, so that of two who press at once one acts.</summary>
public interface IStepCommand
{
    /// <summary><see cref="RunningOrder.Step"/> as the sender saw it; 0 before the start.</summary>
    long? Step { get; }
}

/// <summary>A step that leaves the segment on air behind: it names the launches that its sender saw open.</summary>
public interface ILeavingCommand : IStepCommand
{
    /// <summary>Ids, in any order; see <see cref="OpenLaunches"/>.</summary>
    IReadOnlyList<string>? Open { get; }
}

/// <summary>The next segment goes on air. It ends a hold.</summary>
/// <param name="SegmentId">The segment that the sender means to put on air.</param>
public sealed record Next(long? Step, string SegmentId, IReadOnlyList<string>? Open = null) : Command, ILeavingCommand;

/// <summary>Any segment goes on air out of its turn; from a draft it starts the show with it.</summary>
public sealed record Jump(long? Step, string SegmentId, IReadOnlyList<string>? Open = null) : Command, ILeavingCommand;

/// <summary>What was on air before is on air again, as if it had never left.</summary>
public sealed record Back(long? Step) : Command, IStepCommand;

/// <summary>The clock of the segment on air stands, and all that follows moves.</summary>
public sealed record Hold(long? Step) : Command, IStepCommand;

/// <summary>The clock of the segment on air goes on.</summary>
public sealed record Resume(long? Step) : Command, IStepCommand;

/// <summary>Live → ended.</summary>
public sealed record End(long? Step, IReadOnlyList<string>? Open = null) : Command, ILeavingCommand;

/// <summary>Ended → live: the end is taken back, with a reason, and what was on air is on air again.</summary>
public sealed record Reopen(long? Step, string Reason) : Command, IStepCommand;

/// <summary>The rules of what is on air. Pure.</summary>
internal static class OnAirDecider
{
    internal static Decision Decide(Teleconference state, IStepCommand command)
    {
        if (Stale(state, command) is { } stale) return stale;
        Decision decision = command switch
        {
            Next c => Next(state.Order, c),
            Jump c => Jump(state, c),
            Back => state.Order.Before is { } before ? new SteppedBack(before.Id) : RefusalCode.NothingBefore,
            Hold => state.Order.HeldSince is null ? new HoldBegan() : Decision.NothingToDo,
            Resume => state.Order.HeldSince is null ? Decision.NothingToDo : new HoldEnded(),
            End => new TeleconferenceEnded(),
            Reopen c => Reasons.WithReason(c.Reason, reason => new TeleconferenceReopened(reason)),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
        return decision.Events.Count > 0 && command is ILeavingCommand leaving && OpenLaunches.NotNamed(state, leaving) is { } unnamed
            ? unnamed
            : decision;
    }

    /// <summary>The first segment that is not skipped goes on air.</summary>
    internal static Decision Start(Teleconference state) =>
        state.Phase == Phase.Live ? RefusalCode.AlreadyStarted
        : state.Phase == Phase.Ended ? RefusalCode.AlreadyEnded
        : state.Order.Next is { } first ? new Decision([new TeleconferenceStarted(), new SegmentWentOnAir(first.Id)])
        : RefusalCode.NothingNext;

    private static Decision Next(RunningOrder order, Next command) =>
        order.Find(command.SegmentId) is null ? RefusalCode.UnknownSegment
        : order.Next is not { } next ? RefusalCode.NothingNext
        : next.Id == command.SegmentId ? new SegmentWentOnAir(next.Id)
        : new Refusal(RefusalCode.NextChanged, next.Id, ChangedBy: order.Find(command.SegmentId)!.Skipped
            ? order.Find(command.SegmentId)!.Seq
            : order.Version);

    private static Decision Jump(Teleconference state, Jump command) =>
        state.Order.Find(command.SegmentId) is not { } target ? RefusalCode.UnknownSegment
        : target.Id == state.Order.OnAirId ? Decision.NothingToDo
        : state.Phase == Phase.Draft ? new Decision([new TeleconferenceStarted(), new JumpedToSegment(target.Id)])
        : new JumpedToSegment(target.Id);

    private static Refusal? Stale(Teleconference state, IStepCommand command)
    {
        var phase = (state.Phase, command) switch
        {
            (Phase.Draft, not Domain.Jump) => RefusalCode.NotStarted,
            (Phase.Ended, not Domain.Reopen) => RefusalCode.AlreadyEnded,
            (Phase.Live, Domain.Reopen) => RefusalCode.NotEnded,
            _ => (RefusalCode?)null,
        };
        return phase is { } code ? new Refusal(code)
            : command.Step is null ? new Refusal(RefusalCode.StepMissing)
            : command.Step == state.Order.Step ? null
            : new Refusal(RefusalCode.OnAirMoved, state.Order.OnAirId, ChangedBy: state.Order.Step);
    }
}
