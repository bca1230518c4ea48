namespace IndustrialMap.Live.Domain;

/// <summary>
/// Launches that must not be forgotten. Source: the operators' rule that a launch is settled (confirmed or postponed) before its
/// segment is left behind.
/// </summary>
public static class OpenLaunches
{
    /// <summary>
    /// While live: called and not confirmed; or still planned although its segment is on air, stands before the one on air, or is skipped.
    /// Otherwise none.
    /// </summary>
    public static IReadOnlyList<Launch> Now(Teleconference state)
    {
        if (state.Phase != Phase.Live) return [];
        var left = state.Order.Segments.Take((state.Order.OnAir ?? -1) + 1)
            .Concat(state.Order.Segments.Where(segment => segment.Skipped))
            .SelectMany(segment => segment.Plan.Launches)
            .ToHashSet();
        return [.. state.Launches.Where(launch =>
            launch.State == LaunchState.Called || (launch.State == LaunchState.Planned && left.Contains(launch.Id)))];
    }

    /// <summary>At the end: whatever is planned or called, also in no segment.</summary>
    public static IReadOnlyList<Launch> AtEnd(Teleconference state) =>
        [.. state.Launches.Where(launch => launch.State is LaunchState.Planned or LaunchState.Called)];

    /// <summary>Null: the sender of a step saw every launch that it leaves open.</summary>
    internal static Refusal? NotNamed(Teleconference state, ILeavingCommand command)
    {
        var missing = (command is End ? AtEnd(state) : Now(state)).Select(launch => launch.Id).Except(command.Open ?? []).ToArray();
        return missing.Length == 0 ? null : new Refusal(RefusalCode.LaunchesOpen, Launches: missing);
    }
}
