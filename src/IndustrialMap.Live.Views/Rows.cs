using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Views;

/// <summary>Makes the parts of the views from the state: pure, and the only place that does.</summary>
internal static class Rows
{
    internal static Head Head(Teleconference state)
    {
        var script = state.Script!;
        return new(
            script.Id, script.Title, script.Date, state.Phase, state.Order.OnAirId, state.StartedAt, state.EndedAt, script.PlannedStart,
            script.IllustrativeOrder, script.RegionSet, script.Studio, script.Facilities, script.Sectors, script.Reported);
    }

    internal static TotalsPart Totals(Teleconference state)
    {
        var (today, baseline) = (state.Totals.Today, state.Script!.Baseline);
        var together = baseline is null ? null : new Together(
            Sum.Of(Unit.Projects, baseline.Projects).Plus(Sum.Of(Unit.Projects, new Figure(today.Projects, Unit.Projects))),
            Sum.Of(Unit.Tenge, baseline.Tenge).Plus(today.Tenge),
            Sum.Of(Unit.Jobs, baseline.Jobs).Plus(today.Jobs));
        var planned = state.Launches.Count(launch => launch.State != LaunchState.Postponed);
        return new(today, baseline, together, state.Totals.ByRegion, state.Totals.BySector, planned);
    }

    internal static IReadOnlyList<SegmentRow> Segments(Teleconference state) =>
        [.. state.Script!.Segments.Zip(state.Order.Segments, (script, segment) => new SegmentRow(
            script.Id, script.Kind, script.Title, script.PlannedSeconds, script.Site, StateOf(segment), segment.StartedAt, segment.EndedAt))];

    private static SegmentState StateOf(Segment segment) =>
        segment.StartedAt is null ? SegmentState.Planned : segment.EndedAt is null ? SegmentState.OnAir : SegmentState.Done;

    internal static IReadOnlyList<SiteRow> Sites(Teleconference state) =>
        [.. state.Script!.Sites.Zip(state.Sites, (script, site) => new SiteRow(
            script.Id, script.Name, script.Region, script.RegionBasis, script.Place, script.TimeZone,
            site.Readiness, site.Readiness.All, site.Connected, site.LinkSince, site.LastActionAt))];

    internal static IReadOnlyList<LaunchRow> Launches(Teleconference state)
    {
        var segmentOf = state.Script!.Segments
            .SelectMany(segment => segment.Launches, (segment, launch) => (launch, segment.Id))
            .ToDictionary(pair => pair.launch, pair => pair.Id);
        return [.. state.Script.Launches.Zip(state.Launches, (script, launch) => new LaunchRow(
            script.Id, script.Name, script.Company, script.Site, segmentOf.GetValueOrDefault(script.Id), script.Region, script.RegionBasis,
            script.Sector, script.SectorBasis, script.Tenge, script.Jobs, script.SourceStatus,
            launch.State, launch.Attempt, launch.ChangedAt, launch.ConfirmedForSite, launch.Reason))];
    }

    internal static LogRow Log(Happened happened)
    {
        var row = new LogRow(happened.Seq, happened.At, happened.By, EventNames.NameOf(happened.What));
        return happened.What switch
        {
            SegmentWentOnAir e => row with { SegmentId = e.SegmentId },
            SteppedBack e => row with { SegmentId = e.SegmentId },
            ReadinessReported e => row with { SiteId = e.SiteId, Item = e.Item, Ready = e.Ready },
            SiteConnected e => row with { SiteId = e.SiteId },
            SiteDisconnected e => row with { SiteId = e.SiteId },
            InvitationRenewed e => row with { SiteId = e.SiteId },
            LaunchCalled e => row with { LaunchId = e.LaunchId },
            LaunchConfirmed e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            ConfirmationRetracted e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            LaunchPostponed e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            LaunchBroughtBack e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            _ => row,
        };
    }

    internal static T? Changed<T>(T before, T after) where T : class => before.Equals(after) ? null : after;

    /// <summary>The rows that differ, place by place: rows are neither added nor removed while a show runs.</summary>
    internal static IReadOnlyList<T>? Changed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class =>
        ReferenceEquals(before, after) ? null
        : after.Where((row, i) => !row.Equals(before[i])).ToArray() is { Length: > 0 } changed ? changed : null;
}
