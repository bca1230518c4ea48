using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>A command that changes where segments stand, or which there are: it names the order's version that its sender saw.</summary>
public interface IVersionCommand
{
    /// <summary><see cref="RunningOrder.Version"/> as the sender saw it; 0 if nothing was moved since the draft.</summary>
    long? Version { get; }
}

/// <summary>A command that changes a row: it names the row's seq that its sender saw.</summary>
public interface IRowCommand
{
    string SegmentId { get; }

    /// <summary><see cref="Segment.Seq"/> as the sender saw it; 0 if the row was not changed since the draft.</summary>
    long? Row { get; }
}

/// <param name="Before">The segment before which it is to stand; null: at the end.</param>
public sealed record MoveSegment(long? Version, string SegmentId, string? Before) : Command, IVersionCommand;

/// <summary>A new segment. Its id is given by the server.</summary>
/// <param name="Title">Needed where no site says it all.</param>
/// <param name="PlannedSeconds">1 second to 24 hours.</param>
/// <param name="FixedStart">As in <see cref="PlannedSegment.FixedStart"/>.</param>
/// <param name="Before">The segment before which it is to stand; null: at the end.</param>
public sealed record InsertSegment(
    long? Version, SegmentKind Kind, Text? Title, int PlannedSeconds, string? Site, TimeOnly? FixedStart, string? Before)
    : Command, IVersionCommand;

public sealed record RemoveSegment(long? Version, string SegmentId) : Command, IVersionCommand;

/// <summary>The whole row as it is to be, but for its launches.</summary>
public sealed record EditSegment(
    long? Row, string SegmentId, SegmentKind Kind, Text? Title, int PlannedSeconds, string? Site, TimeOnly? FixedStart) : Command, IRowCommand;

/// <summary>More or less planned duration, also of what is on air.</summary>
/// <param name="BySeconds">Positive: longer.</param>
public sealed record AdjustDuration(long? Row, string SegmentId, int BySeconds) : Command, IRowCommand;

public sealed record SkipSegment(long? Row, string SegmentId) : Command, IRowCommand;
public sealed record UnskipSegment(long? Row, string SegmentId) : Command, IRowCommand;

/// <param name="From">The segment in which the sender saw the launch; null: in none.</param>
/// <param name="To">Null: into none.</param>
public sealed record MoveLaunch(string LaunchId, string? From, string? To) : Command;

/// <summary>The rules of the running order's edits, in the draft and while live. Pure.</summary>
internal static class OrderEditDecider
{
    internal static Decision Decide(Teleconference state, IVersionCommand command)
    {
        if (Closed(state) is { } closed) return closed;
        if (command.Version is null) return RefusalCode.VersionMissing;
        if (command.Version != state.Order.Version) return new Refusal(RefusalCode.OrderChanged, ChangedBy: state.Order.Version);
        return command switch
        {
            MoveSegment c => Move(state.Order, c),
            InsertSegment c => Insert(state, c),
            RemoveSegment c => Remove(state, c.SegmentId),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    internal static Decision Decide(Teleconference state, IRowCommand command)
    {
        if (Closed(state) is { } closed) return closed;
        if (state.Order.Find(command.SegmentId) is not { } row) return RefusalCode.UnknownSegment;
        if (command.Row is null) return RefusalCode.VersionMissing;
        if (command.Row != row.Seq) return new Refusal(RefusalCode.RowChanged, row.Id, ChangedBy: row.Seq);
        TeleconferenceEvent? change = command switch
        {
            EditSegment c => Edited(row.Plan, new PlannedSegment(
                row.Id, c.Kind, Words.Trimmed(c.Title), c.PlannedSeconds, c.Site, row.Plan.Launches, WholeSeconds(c.FixedStart))),
            AdjustDuration c => c.BySeconds == 0 ? null : new DurationAdjusted(row.Id, Sum(row.Plan.PlannedSeconds, c.BySeconds)),
            SkipSegment => row.Skipped ? null : new SegmentSkipped(row.Id),
            UnskipSegment => row.Skipped ? new SegmentUnskipped(row.Id) : null,
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
        return change is null ? Decision.NothingToDo : Hindrance(state, change) is { } refusal ? refusal : change;
    }

    internal static Decision Decide(Teleconference state, MoveLaunch command)
    {
        if (Closed(state) is { } closed) return closed;
        if (state.Launch(command.LaunchId) is null) return RefusalCode.UnknownLaunch;
        var holding = state.Order.Holding(command.LaunchId)?.Id;
        if (holding == command.To) return Decision.NothingToDo;
        if (holding != command.From) return new Refusal(RefusalCode.LaunchElsewhere, holding);
        var moved = new LaunchMoved(command.LaunchId, command.To);
        return Hindrance(state, moved) is { } refusal ? refusal : moved;
    }

    /// <summary>Why an edit cannot be; null: it can. The same for a command and for doing it again.</summary>
    internal static Refusal? Hindrance(Teleconference state, TeleconferenceEvent edit)
    {
        var order = state.Order;
        return edit switch
        {
            SegmentRemoved e => order.Find(e.SegmentId) is { } row ? HindranceToRemove(order, row) : new(RefusalCode.UnknownSegment),
            SegmentInserted e => NoRoom(order) ?? SegmentRules.Bad(state.Plan!, e.Segment),
            SegmentEdited e => SegmentRules.Bad(state.Plan!, e.Segment),
            DurationAdjusted e => SegmentRules.IsLength(e.PlannedSeconds) ? null : new(RefusalCode.DurationOutOfRange, e.SegmentId),
            SegmentSkipped e => e.SegmentId == order.OnAirId ? new(RefusalCode.SegmentOnAir, e.SegmentId) : null,
            LaunchMoved { To: { } to } e => order.Find(to) is not { } target ? new(RefusalCode.UnknownSegment)
                : SegmentRules.BadSite(state.Plan!, target.Plan.Site, [e.LaunchId]),
            _ => null,
        };
    }

    internal static Refusal? HindranceToRemove(RunningOrder order, Segment row) =>
        row.Id == order.OnAirId ? new(RefusalCode.SegmentOnAir, row.Id)
        : !row.Plan.Launches.IsEmpty ? new(RefusalCode.SegmentHoldsLaunches, row.Id, [.. row.Plan.Launches])
        : order.Segments.Length == 1 ? new(RefusalCode.OnlySegment, row.Id)
        : null;

    internal static Refusal? NoRoom(RunningOrder order) =>
        order.Segments.Length >= TeleconferencePlan.MaxSegments ? new(RefusalCode.TooManySegments) : null;

    private static Decision Move(RunningOrder order, MoveSegment command) =>
        order.Find(command.SegmentId) is null || (command.Before is not null && order.Find(command.Before) is null) ? RefusalCode.UnknownSegment
        : command.Before == command.SegmentId || order.Behind(command.SegmentId) == command.Before ? Decision.NothingToDo
        : new SegmentMoved(command.SegmentId, command.Before);

    private static Decision Remove(Teleconference state, string id) =>
        state.Order.Find(id) is not { } row ? RefusalCode.UnknownSegment
        : HindranceToRemove(state.Order, row) is { } refusal ? refusal
        : new SegmentRemoved(id, row.Plan.Title, row.Plan.Site);

    private static Decision Insert(Teleconference state, InsertSegment command)
    {
        if (command.Before is not null && state.Order.Find(command.Before) is null) return RefusalCode.UnknownSegment;
        var inserted = new SegmentInserted(
            new PlannedSegment(
                NewId(state), command.Kind, Words.Trimmed(command.Title), command.PlannedSeconds, command.Site, [],
                WholeSeconds(command.FixedStart)),
            command.Before);
        return Hindrance(state, inserted) is { } refusal ? refusal : inserted;
    }

    /// <summary>None that the show ever had: what was removed may come back by undo.</summary>
    private static string NewId(Teleconference state)
    {
        var id = $"added-{state.Order.Inserted + 1}";
        while (state.Plan!.Segments.Any(segment => segment.Id == id)) id += "-new";
        return id;
    }

    /// <summary>As a plan's file can tell it.</summary>
    private static TimeOnly? WholeSeconds(TimeOnly? time) => time is { } at ? new(at.Hour, at.Minute, at.Second) : null;

    /// <remarks>ImmutableArray compares by identity, and the launches are the row's own.</remarks>
    private static SegmentEdited? Edited(PlannedSegment before, PlannedSegment after) => before == after ? null : new(after);

    private static int Sum(int seconds, int by) => (int)Math.Clamp((long)seconds + by, int.MinValue, int.MaxValue);

    private static Refusal? Closed(Teleconference state) => state.Phase == Phase.Ended ? new Refusal(RefusalCode.AlreadyEnded) : null;
}
