namespace IndustrialMap.Live.Domain;

/// <summary>The next segment goes on air.</summary>
/// <param name="OnAir">The segment that the sender believes is on air: of two who press at once, one advances.</param>
public sealed record Next(string OnAir) : Command;

/// <summary>One step back: the segment before is on air again.</summary>
/// <param name="OnAir">The segment that the sender believes is on air.</param>
public sealed record Back(string OnAir) : Command;

internal static class RunningOrderDecider
{
    internal static Decision Decide(Teleconference state, Next command)
    {
        if (WhileOnAir(state, command.OnAir) is { } refusal) return refusal;
        var next = state.Order.OnAir!.Value + 1;
        return next < state.Order.Segments.Length
            ? new SegmentWentOnAir(state.Order.Segments[next].Id)
            : RefusalCode.NothingNext;
    }

    internal static Decision Decide(Teleconference state, Back command)
    {
        if (WhileOnAir(state, command.OnAir) is { } refusal) return refusal;
        var before = state.Order.OnAir!.Value - 1;
        return before >= 0 ? new SteppedBack(state.Order.Segments[before].Id) : RefusalCode.NothingBefore;
    }

    /// <summary>Null if the teleconference is live and the named segment is the one on air.</summary>
    internal static Refusal? WhileOnAir(Teleconference state, string onAir)
    {
        if (state.Phase == Phase.Draft) return new Refusal(RefusalCode.NotStarted);
        if (state.Phase == Phase.Ended) return new Refusal(RefusalCode.AlreadyEnded);
        if (!state.Order.Segments.Any(segment => segment.Id == onAir)) return new Refusal(RefusalCode.UnknownSegment);
        return state.Order.OnAirId == onAir ? null : new Refusal(RefusalCode.OnAirMoved, state.Order.OnAirId);
    }
}
