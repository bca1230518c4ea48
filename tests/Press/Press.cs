using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Tests;

/// <summary>Commands about what is on air, as somebody gives them who sees the newest state.</summary>
internal static class Press
{
    /// <summary>What follows; where nothing does, what is on air again.</summary>
    public static Next Next(Teleconference state) =>
        new(state.Order.Step, state.Order.Next?.Id ?? state.Order.OnAirId ?? "nothing", Ids(OpenLaunches.Now(state)));

    public static Jump Jump(Teleconference state, string segmentId) => new(state.Order.Step, segmentId, Ids(OpenLaunches.Now(state)));

    public static Back Back(Teleconference state) => new(state.Order.Step);

    public static Hold Hold(Teleconference state) => new(state.Order.Step);

    public static Resume Resume(Teleconference state) => new(state.Order.Step);

    public static End End(Teleconference state) => new(state.Order.Step, Ids(OpenLaunches.AtEnd(state)));

    private static string[] Ids(IEnumerable<Launch> launches) => [.. launches.Select(launch => launch.Id)];
}
