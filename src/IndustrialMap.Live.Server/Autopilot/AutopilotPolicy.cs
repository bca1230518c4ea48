using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>What an operator and coordinators would do now, from what the control room sees. Pure.</summary>
internal static class AutopilotPolicy
{
    /// <summary>A launch is called after this part of its segment, and confirmed after this much more.</summary>
    private const double CallAt = 0.35, ConfirmAfter = 0.2;

    /// <summary>How many segments ahead a site reports ready.</summary>
    private const int ReadyAhead = 3;

    /// <param name="speed">How many times faster than planned.</param>
    /// <returns>Commands in order, each with the site that gives it; null is the operator.</returns>
    internal static IEnumerable<(Command Command, string? SiteId)> Next(ControlView view, DateTimeOffset now, double speed)
    {
        foreach (var site in view.Sites.Where(site => IsSoon(view, site.Id)))
            if (Unsaid(site) is { } item) yield return (new ReportReadiness(site.Id, item, true), site.Id);

        if (view.Header.Phase == Phase.Draft && view.Sites.All(site => !IsSoon(view, site.Id) || site.Ready == true))
            yield return (new Start(), null);

        foreach (var launch in view.Launches.Where(launch => launch.State == LaunchState.Called))
            if (Due(view, launch, now, speed)) yield return (new ConfirmLaunch(launch.Id, launch.Attempt), launch.SiteId);

        if (view.Segments.FirstOrDefault(segment => segment.State == SegmentState.OnAir) is not { } onAir) yield break;
        var held = TimeSpan.FromMilliseconds(onAir.HeldMilliseconds) + (now - (view.Header.HeldSince ?? now));
        var played = (now - onAir.StartedAt!.Value - held) * speed / TimeSpan.FromSeconds(onAir.PlannedSeconds);
        var launches = view.Launches.Where(launch => launch.SegmentId == onAir.Id).ToArray();
        if (played >= CallAt)
            foreach (var launch in launches.Where(launch => launch.State == LaunchState.Planned))
                yield return (new CallLaunch(launch.Id, launch.Attempt), null);
        var done = launches.All(launch => launch.State is LaunchState.Confirmed or LaunchState.Postponed);
        if (played >= 1 && done && view.Header.HeldSince is null) yield return (Onward(view, onAir), null);
    }

    /// <summary>What nobody has called by now is left open, and named.</summary>
    private static Command Onward(ControlView view, SegmentRow onAir)
    {
        var step = view.Header.Step;
        var next = view.Segments.SkipWhile(segment => segment.Id != onAir.Id).Skip(1).FirstOrDefault(segment => !segment.Skipped);
        return next is null
            ? new End(step, [.. view.Launches.Where(launch => launch.State is LaunchState.Planned or LaunchState.Called).Select(launch => launch.Id)])
            : new Domain.Next(step, next.Id, [.. view.Launches.Where(launch => launch.Open).Select(launch => launch.Id)]);
    }

    private static bool IsSoon(ControlView view, string siteId)
    {
        var place = view.Segments.TakeWhile(segment => segment.Id != view.Header.OnAir).Count() % view.Segments.Count;
        return view.Segments.Skip(place).Take(ReadyAhead + 1).Any(segment => segment.SiteId == siteId);
    }

    private static ReadinessItem? Unsaid(SiteRow site) =>
        Enum.GetValues<ReadinessItem>().Where(item => site.Readiness[item] != true).Cast<ReadinessItem?>().FirstOrDefault();

    private static bool Due(ControlView view, LaunchRow launch, DateTimeOffset now, double speed)
    {
        var planned = view.Segments.FirstOrDefault(segment => segment.Id == launch.SegmentId)?.PlannedSeconds ?? 60;
        return (now - launch.ChangedAt!.Value) * speed >= TimeSpan.FromSeconds(planned * ConfirmAfter);
    }
}
