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

    /// <summary>How long it waits behind the end, in planned time, whether that is taken back.</summary>
    private static readonly TimeSpan BehindTheEnd = TimeSpan.FromMinutes(1);

    /// <summary>Nothing is left to do: the show has ended some time ago, and no call is open.</summary>
    internal static bool IsOver(ControlView view, DateTimeOffset now, double speed) =>
        view.Header is { Phase: Phase.Ended, EndedAt: { } ended } && (now - ended) * speed >= BehindTheEnd
        && view.Launches.All(launch => launch.State != LaunchState.Called);

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
        var planned = TimeSpan.FromSeconds(onAir.PlannedSeconds);
        var played = Played(view, onAir, now) * speed / planned;
        var launches = view.Launches.Where(launch => launch.SegmentId == onAir.Id).ToArray();
        if (played >= CallAt)
            foreach (var launch in launches.Where(launch => launch.State == LaunchState.Planned))
                // Who has just taken a call back, or brought a launch back, has not asked for it to be called at once.
                if (launch.ChangedAt is not { } changed || (now - changed) * speed >= planned * CallAt)
                    yield return (new CallLaunch(launch.Id, launch.Attempt), null);
        var done = launches.All(launch => launch.State is LaunchState.Confirmed or LaunchState.Postponed);
        if (played >= 1 && done && view.Header.HeldSince is null) yield return (Onward(view, onAir), null);
    }

    /// <summary>
    /// How long the clock of the segment on air has gone; where somebody went back to it, since then: it was not for nothing.
    /// </summary>
    private static TimeSpan Played(ControlView view, SegmentRow onAir, DateTimeOffset now)
    {
        var held = TimeSpan.FromMilliseconds(onAir.HeldMilliseconds) + (now - (view.Header.HeldSince ?? now));
        var gone = now - onAir.StartedAt!.Value - held;
        return view.Log.LastOrDefault(WentBack)?.At is { } since && now - since < gone ? now - since : gone;
    }

    private static bool WentBack(LogRow row) =>
        row.Type is "stepped_back" or "teleconference_reopened"
        || row is { Type: "undone", What: "segment_went_on_air" or "jumped_to_segment" };

    /// <summary>What nobody has called by now is left open, and named.</summary>
    private static Command Onward(ControlView view, SegmentRow onAir)
    {
        var step = view.Header.Step;
        var next = view.Segments.SkipWhile(segment => segment.Id != onAir.Id).Skip(1).FirstOrDefault(segment => !segment.Skipped);
        return next is null
            ? new End(step, [.. view.Launches.Where(launch => launch.State is LaunchState.Planned or LaunchState.Called).Select(launch => launch.Id)])
            : new Domain.Next(step, next.Id, [.. view.Launches.Where(launch => launch.Open).Select(launch => launch.Id)]);
    }

    /// <summary>On air, or among the next that are not skipped; before the start, among the first.</summary>
    private static bool IsSoon(ControlView view, string siteId)
    {
        var place = view.Segments.TakeWhile(segment => segment.Id != view.Header.OnAir).Count() % view.Segments.Count;
        return view.Segments.Skip(place).Where(segment => !segment.Skipped).Take(ReadyAhead + 1).Any(segment => segment.SiteId == siteId);
    }

    private static ReadinessItem? Unsaid(SiteRow site) =>
        Enum.GetValues<ReadinessItem>().Where(item => site.Readiness[item] != true).Cast<ReadinessItem?>().FirstOrDefault();

    private static bool Due(ControlView view, LaunchRow launch, DateTimeOffset now, double speed)
    {
        var planned = view.Segments.FirstOrDefault(segment => segment.Id == launch.SegmentId)?.PlannedSeconds ?? 60;
        return (now - launch.ChangedAt!.Value) * speed >= TimeSpan.FromSeconds(planned * ConfirmAfter);
    }
}
