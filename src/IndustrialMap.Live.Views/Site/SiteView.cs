using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>What one site's coordinator sees: the running order, the totals, its own row and its own launches.</summary>
/// <param name="Seq">The last event that is folded in.</param>
/// <param name="Seal">The first 16 hex digits of that event's seal: with seq, the view's place in its log.</param>
/// <param name="SiteNames">All sites of the running order by name, to say whose segment is on air. They never change.</param>
public sealed record SiteView(
    long Seq, string Seal, [property: JsonPropertyName("head")] TeleconferenceHeader Header, TotalsView Totals, IReadOnlyList<SegmentRow> Segments, SiteRow Site, IReadOnlyList<LaunchRow> Launches,
    IReadOnlyList<SiteName> SiteNames)
{
    [JsonIgnore]
    public Place Place => new(Seq, Seal);

    /// <exception cref="InvalidOperationException">The teleconference has no such site.</exception>
    internal static SiteView Of(ViewSnapshot parts, string siteId) => new(
        parts.Place.Seq,
        parts.Place.Seal,
        parts.Header,
        parts.Totals,
        parts.Segments,
        parts.Sites.First(site => site.Id == siteId),
        parts.LaunchesOf(siteId),
        parts.SiteNames);

    /// <summary>What has changed between two views of one site; parts that have not are null.</summary>
    public static SiteUpdate Between(SiteView before, SiteView after) => new(
        before.Seq,
        before.Seal,
        after.Seq,
        after.Seal,
        ViewBuilder.Changed(before.Header, after.Header),
        ViewBuilder.Changed(before.Totals, after.Totals),
        ViewBuilder.Changed(before.Segments, after.Segments),
        ViewBuilder.ChangedOrder(before.Segments, after.Segments),
        ViewBuilder.Changed(before.Site, after.Site),
        ViewBuilder.Changed(before.Launches, after.Launches));
}

public sealed record SiteName(string Id, Text Name);

/// <summary>The parts of a <see cref="SiteView"/> that have changed; rows replace those of the same id.</summary>
/// <param name="From">The seq of the view it applies to: a reader that holds another one asks for the whole view.</param>
/// <param name="FromSeal">That view's seal.</param>
/// <param name="To">The seq after it.</param>
/// <param name="ToSeal">The seal after it.</param>
/// <param name="Order">The ids of all segments in their order, where segments were moved, inserted or removed.</param>
public sealed record SiteUpdate(
    long From,
    string FromSeal,
    long To,
    string ToSeal,
    [property: JsonPropertyName("head")] TeleconferenceHeader? Header,
    TotalsView? Totals,
    IReadOnlyList<SegmentRow>? Segments,
    IReadOnlyList<string>? Order,
    SiteRow? Site,
    IReadOnlyList<LaunchRow>? Launches);

/// <summary>One message to a site: exactly one of the three is there.</summary>
public sealed record SiteMessage(SiteView? View = null, SiteUpdate? Update = null, [property: JsonPropertyName("beat")] Heartbeat? Heartbeat = null);
