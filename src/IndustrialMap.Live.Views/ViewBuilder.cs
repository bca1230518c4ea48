using System.Collections.Immutable;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Views;

/// <summary>Makes the parts of the views from the state: pure, and the only place that does.</summary>
internal static class ViewBuilder
{
    internal static TeleconferenceHeader Header(Teleconference state)
    {
        var plan = state.Plan!;
        return new(
            plan.Id, plan.Title, plan.Date, state.Phase, state.Order.OnAirId, state.StartedAt, state.EndedAt, plan.PlannedStart,
            plan.IllustrativeOrder, plan.RegionSet,
            new(plan.Studio.Place, plan.Studio.TimeZone, OffsetMinutes(plan.Studio.TimeZone, state)),
            plan.Facilities, plan.Sectors, plan.Reported, state.Order.Step, state.Order.Version, state.Order.HeldSince,
            state.Order.Before?.Id);
    }

    /// <summary>
    /// One offset for the whole show, that of its anchor: it differs from one instant to another only where the zone's rules
    /// change, and a show that lasts hours, in zones without summer time, does not meet that. So every time of one show is on
    /// one scale, and a late start is as late as it looks.
    /// </summary>
    private static int? OffsetMinutes(string timeZone, Teleconference state) =>
        state.Anchor is { } anchor ? TimeZones.OffsetMinutes(timeZone, anchor) : null;

    internal static TotalsView Totals(Teleconference state)
    {
        var (today, baseline) = (state.Totals.Today, state.Plan!.Baseline);
        var together = baseline is null ? null : new CombinedTotals(
            Sum.Of(Unit.Projects, baseline.Projects).Plus(Sum.Of(Unit.Projects, new Figure(today.Projects, Unit.Projects))),
            Sum.Of(Unit.Tenge, baseline.Tenge).Plus(today.Tenge),
            Sum.Of(Unit.Jobs, baseline.Jobs).Plus(today.Jobs));
        var planned = state.Launches.Count(launch => launch.State != LaunchState.Postponed);
        return new(today, baseline, together, state.Totals.ByRegion, state.Totals.BySector, planned);
    }

    internal static IReadOnlyList<SegmentRow> Segments(Teleconference state)
    {
        var (zone, anchor) = (state.Plan!.Studio.TimeZone, state.StartedAt ?? state.Plan.PlannedStart);
        return [.. state.Order.Segments.Select(segment => new SegmentRow(
            segment.Id, segment.Plan.Kind, segment.Plan.Title, segment.Plan.PlannedSeconds, segment.Plan.Site, StateOf(segment),
            segment.StartedAt, segment.EndedAt, segment.Seq, segment.Skipped, segment.HeldMilliseconds, segment.Plan.FixedStart,
            FixedStarts.Resolve(segment.Plan.FixedStart, zone, anchor)))];
    }

    private static SegmentState StateOf(Segment segment) =>
        segment.StartedAt is null ? SegmentState.Planned : segment.EndedAt is null ? SegmentState.OnAir : SegmentState.Done;

    internal static IReadOnlyList<SiteRow> Sites(Teleconference state) =>
        [.. state.Plan!.Sites.Zip(state.Sites, (plan, site) => new SiteRow(
            plan.Id, plan.Name, plan.Region, plan.RegionBasis, plan.Place, plan.TimeZone, OffsetMinutes(plan.TimeZone, state),
            site.Readiness, site.Readiness.All, site.Connected, site.LinkSince, site.LastActionAt))];

    internal static IReadOnlyList<LaunchRow> Launches(Teleconference state)
    {
        var segmentOf = state.Order.Segments
            .SelectMany(segment => segment.Plan.Launches, (segment, launch) => (launch, segment.Id))
            .ToDictionary(pair => pair.launch, pair => pair.Id);
        var open = OpenLaunches.Now(state).Select(launch => launch.Id).ToHashSet();
        return [.. state.Plan!.Launches.Zip(state.Launches, (plan, launch) => new LaunchRow(
            plan.Id, plan.Name, plan.Company, plan.Site, segmentOf.GetValueOrDefault(plan.Id), plan.Region, plan.RegionBasis,
            plan.Sector, plan.SectorBasis, plan.Tenge, plan.Jobs, plan.SourceStatus,
            launch.State, launch.Attempt, launch.ChangedAt, launch.ConfirmedForSite, launch.Reason,
            open.Contains(launch.Id), ConfirmBy(state, plan, launch), launch.Overdue))];
    }

    private static DateTimeOffset? ConfirmBy(Teleconference state, PlannedLaunch plan, Launch launch) =>
        launch.State == LaunchState.Called ? launch.ChangedAt?.AddSeconds(state.Plan!.ConfirmationSecondsOf(plan)) : null;

    /// <summary>By name, for each operator who has done anything to the order.</summary>
    internal static IReadOnlyDictionary<string, OperatorActs> Acts(RunningOrder order) => order.Acts.Concat(order.UndoneActs)
        .Select(act => act.By)
        .Distinct()
        .ToDictionary(name => name, name => new OperatorActs(ActRow.Of(order.UndoableBy(name)), ActRow.Of(order.RedoableBy(name))));

    internal static LogRow Log(EventEnvelope envelope)
    {
        var row = new LogRow(envelope.Seq, envelope.OccurredAt, envelope.Actor, EventNames.NameOf(envelope.Event));
        return envelope.Event switch
        {
            SegmentWentOnAir e => row with { SegmentId = e.SegmentId },
            SteppedBack e => row with { SegmentId = e.SegmentId },
            JumpedToSegment e => row with { SegmentId = e.SegmentId },
            TeleconferenceReopened e => row with { Reason = e.Reason },
            SegmentMoved e => row with { SegmentId = e.SegmentId, Other = e.Before },
            SegmentInserted e => row with { SegmentId = e.Segment.Id, Title = e.Segment.Title, SiteId = e.Segment.Site },
            SegmentRemoved e => row with { SegmentId = e.SegmentId, Title = e.Title, SiteId = e.Site },
            SegmentEdited e => row with { SegmentId = e.Segment.Id, Title = e.Segment.Title, SiteId = e.Segment.Site },
            DurationAdjusted e => row with { SegmentId = e.SegmentId, Seconds = e.PlannedSeconds },
            SegmentSkipped e => row with { SegmentId = e.SegmentId },
            SegmentUnskipped e => row with { SegmentId = e.SegmentId },
            LaunchMoved e => row with { LaunchId = e.LaunchId, SegmentId = e.To },
            Undone e => row with { What = e.What, SegmentId = e.SegmentId, LaunchId = e.LaunchId },
            Redone e => row with { What = e.What, SegmentId = e.SegmentId, LaunchId = e.LaunchId },
            ReadinessReported e => row with { SiteId = e.SiteId, Item = e.Item, Ready = e.Ready },
            SiteConnected e => row with { SiteId = e.SiteId },
            SiteDisconnected e => row with { SiteId = e.SiteId },
            InvitationRenewed e => row with { SiteId = e.SiteId },
            LaunchCalled e => row with { LaunchId = e.LaunchId },
            LaunchConfirmed e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            ConfirmationRetracted e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            LaunchPostponed e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            LaunchBroughtBack e => row with { LaunchId = e.LaunchId, Reason = e.Reason },
            CallTakenBack e => row with { LaunchId = e.LaunchId },
            ConfirmationOverdue e => row with { LaunchId = e.LaunchId },
            ConfirmationRefused e => row with { LaunchId = e.LaunchId, What = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{e.Code}") },
            ClockStepped e => row with { StepMilliseconds = e.Milliseconds },
            _ => row,
        };
    }

    internal static T? Changed<T>(T before, T after) where T : class => before.Equals(after) ? null : after;

    /// <summary>The rows that differ or were not there before; those that went are told by the order.</summary>
    internal static IReadOnlyList<T>? Changed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class, IRow
    {
        if (ReferenceEquals(before, after)) return null;
        var old = before.ToDictionary(row => row.Id);
        return after.Where(row => !row.Equals(old.GetValueOrDefault(row.Id))).ToArray() is { Length: > 0 } changed ? changed : null;
    }

    /// <summary>The ids in their order, where that is another than before.</summary>
    internal static IReadOnlyList<string>? ChangedOrder<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class, IRow =>
        ReferenceEquals(before, after) || before.Select(row => row.Id).SequenceEqual(after.Select(row => row.Id))
            ? null
            : [.. after.Select(row => row.Id)];
}
