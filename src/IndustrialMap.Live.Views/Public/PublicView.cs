using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>
/// What viewers see. It names nobody: no coordinator, no operator, and no reason that the control room wrote. It is
/// always the whole view, small enough to be sent again at each change, so a slow viewer skips and never queues.
/// </summary>
/// <param name="Seq">The last event that is folded in.</param>
/// <param name="Seal">The first 16 hex digits of that event's seal: with seq, the view's place in its log.</param>
/// <param name="Called">Launches that are called and not yet confirmed.</param>
/// <param name="Confirmed">The newest confirmed launches, newest first, at most <see cref="MaxConfirmed"/>.</param>
public sealed record PublicView(
    long Seq,
    string Seal,
    [property: JsonPropertyName("head")] TeleconferenceHeader Header,
    TotalsView Totals,
    PublicSegment? OnAir,
    PublicSegment? Next,
    IReadOnlyList<RegionRow> Regions,
    IReadOnlyList<PublicLaunch> Called,
    IReadOnlyList<PublicLaunch> Confirmed)
{
    public const int MaxConfirmed = 8;

    [JsonIgnore]
    public Place Place => new(Seq, Seal);

    internal static PublicView Of(ViewSnapshot parts)
    {
        var (state, launches) = (parts.State, parts.Launches);
        return new(
            parts.Place.Seq,
            parts.Place.Seal,
            parts.Header,
            parts.Totals,
            PublicSegment.Of(state, state.Order.Find(state.Order.OnAirId)),
            PublicSegment.Of(state, state.Phase == Phase.Ended ? null : state.Order.Next),
            RegionRow.Of(launches),
            [.. launches.Where(launch => launch.State == LaunchState.Called).Select(PublicLaunch.Of)],
            [
                .. launches.Where(launch => launch.State == LaunchState.Confirmed)
                    .OrderByDescending(launch => launch.ChangedAt)
                    .Take(MaxConfirmed)
                    .Select(PublicLaunch.Of),
            ]);
    }
}

/// <summary>A segment as viewers see it, with the names of its site and of what is launched in it.</summary>
/// <param name="StartedAt">When it went on air, UTC.</param>
/// <param name="HeldMilliseconds">As in <see cref="SegmentRow"/>: how long it has been on air is shown without it.</param>
public sealed record PublicSegment(
    string Id,
    SegmentKind Kind,
    Text? Title,
    IReadOnlyList<Text> Launches,
    Text? Site,
    Text? Place,
    string? Region,
    DateTimeOffset? StartedAt,
    long HeldMilliseconds)
{
    internal static PublicSegment? Of(Teleconference state, Segment? segment)
    {
        if (segment is null) return null;
        var row = segment.Plan;
        var site = state.Plan!.Sites.FirstOrDefault(site => site.Id == row.Site);
        var launches = state.Plan.Launches.Where(launch => row.Launches.Contains(launch.Id)).Select(launch => launch.Name);
        return new(
            row.Id,
            row.Kind,
            row.Title,
            [.. launches],
            site?.Name,
            site?.Place,
            site?.Region,
            segment.StartedAt,
            segment.HeldMilliseconds);
    }
}

/// <summary>A launch as viewers see it.</summary>
/// <param name="ChangedAt">When it was called or confirmed, UTC.</param>
public sealed record PublicLaunch(
    string Id, Text Name, Text? Company, string? Region, Basis RegionBasis, string? Sector, Figure? Tenge, Figure? Jobs, DateTimeOffset? ChangedAt)
{
    internal static PublicLaunch Of(LaunchRow row) => new(
        row.Id, row.Name, row.Company, row.Region, row.RegionBasis, row.Sector, row.Tenge, row.Jobs, row.ChangedAt);
}

/// <summary>How far a region is: how many launches it has, postponed ones left out, how many are called and confirmed.</summary>
/// <param name="Key">A key of the region set; null where the source gives no place.</param>
public sealed record RegionRow(string? Key, int Launches, int Called, int Confirmed)
{
    internal static IReadOnlyList<RegionRow> Of(IReadOnlyList<LaunchRow> launches) =>
    [
        .. launches.Where(launch => launch.State != LaunchState.Postponed)
            .GroupBy(launch => launch.Region)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new RegionRow(
                group.Key,
                group.Count(),
                group.Count(launch => launch.State == LaunchState.Called),
                group.Count(launch => launch.State == LaunchState.Confirmed))),
    ];
}

/// <summary>One message to a viewer: the newest view, or a beat.</summary>
public sealed record PublicMessage(PublicView? View = null, [property: JsonPropertyName("beat")] Heartbeat? Heartbeat = null);
