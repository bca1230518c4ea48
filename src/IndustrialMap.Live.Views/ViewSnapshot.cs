using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>
/// The parts of one state's views, made once and shared by all audiences. What an event leaves alone is the same object
/// as before, so that however many sites follow, nobody makes it again or searches it for changes.
/// </summary>
internal sealed class ViewSnapshot
{
    private readonly Dictionary<string, LaunchRow[]> launchesOf;

    private ViewSnapshot(Teleconference state, Place place, ViewSnapshot? before)
    {
        (State, Place) = (state, place);
        Header = ViewBuilder.Header(state);
        Segments = before is not null && before.State.Order.Segments == state.Order.Segments && before.State.StartedAt == state.StartedAt
            ? before.Segments
            : ReuseUnchanged(before?.Segments, ViewBuilder.Segments(state));
        Sites = before is not null && before.State.Sites == state.Sites && before.State.Anchor == state.Anchor
            ? before.Sites
            : ReuseUnchanged(before?.Sites, ViewBuilder.Sites(state));
        SiteNames = before?.SiteNames ?? [.. Sites.Select(site => new SiteName(site.Id, site.Name))];
        var sameOrder = ReferenceEquals(before?.State.Order, state.Order);
        Acts = sameOrder ? before!.Acts : ViewBuilder.Acts(state.Order);
        var sameLaunches = before is not null && before.State.Launches == state.Launches;
        Totals = sameLaunches ? before!.Totals : ViewBuilder.Totals(state);
        if (sameOrder && sameLaunches && before!.State.Phase == state.Phase)
        {
            (Launches, launchesOf) = (before.Launches, before.launchesOf);
            return;
        }
        Launches = ReuseUnchanged(before?.Launches, ViewBuilder.Launches(state));
        launchesOf = ReferenceEquals(Launches, before?.Launches)
            ? before!.launchesOf
            : Launches.GroupBy(launch => launch.SiteId).ToDictionary(group => group.Key, group => group.ToArray());
    }

    internal Teleconference State { get; }
    internal Place Place { get; }
    internal TeleconferenceHeader Header { get; }
    internal TotalsView Totals { get; }
    internal IReadOnlyList<SegmentRow> Segments { get; }
    internal IReadOnlyList<SiteRow> Sites { get; }
    internal IReadOnlyList<SiteName> SiteNames { get; }
    internal IReadOnlyList<LaunchRow> Launches { get; }
    internal IReadOnlyDictionary<string, OperatorActs> Acts { get; }
    internal IReadOnlyList<LaunchRow> LaunchesOf(string siteId) => launchesOf.GetValueOrDefault(siteId) ?? [];

    /// <param name="before">The parts of an earlier state of the same teleconference.</param>
    internal static ViewSnapshot Of(Teleconference state, Place place, ViewSnapshot? before = null) =>
        new(state, place, ReferenceEquals(before?.State.Plan, state.Plan) ? before : null);

    /// <summary>
    /// The new rows; one that is as before is the very row of before, and where all are, the very list: comparing the two costs nothing.
    /// </summary>
    private static IReadOnlyList<T> ReuseUnchanged<T>(IReadOnlyList<T>? before, IReadOnlyList<T> after) where T : class, IRow
    {
        if (before is null) return after;
        var old = before.ToDictionary(row => row.Id);
        IReadOnlyList<T> rows = [.. after.Select(row => old.GetValueOrDefault(row.Id) is { } same && same.Equals(row) ? same : row)];
        return rows.Count == before.Count && rows.Zip(before).All(pair => ReferenceEquals(pair.First, pair.Second)) ? before : rows;
    }
}
