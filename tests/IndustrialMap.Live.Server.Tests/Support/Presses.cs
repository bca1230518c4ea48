namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Commands about what is on air, as a control room's screen gives them.</summary>
internal static class Presses
{
    internal static Next Next(ControlView view) => new(
        view.Header.Step,
        view.Segments.SkipWhile(segment => segment.Id != view.Header.OnAir).Skip(1).FirstOrDefault(segment => !segment.Skipped)?.Id ?? "nothing",
        [.. view.Launches.Where(launch => launch.Open).Select(launch => launch.Id)]);

    internal static Back Back(ControlView view) => new(view.Header.Step);
}
