using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The running order, and which launch has its place where.</summary>
internal sealed class SegmentReader(ErrorList errors, int version, KeyedList<PlannedSite> sites, KeyedList<PlannedLaunch> launches)
{
    private readonly ValueReader values = new(errors);
    private readonly ListReader lists = new(errors);
    private readonly Dictionary<string, Node> placed = [];

    public PlannedSegment? Segment(Node node)
    {
        if (ObjectReader.Read(node, errors, version, ["id", "kind", "title", "plannedSeconds", "site", "launches"], ["fixedStart"]) is not { } fields) return null;
        var kind = values.Choice<SegmentKind>(fields.Required("kind"));
        var site = fields.Optional("site") is { } siteNode ? lists.Reference(siteNode, sites, PlanErrorCode.UnknownSite) : null;
        var list = fields.Optional("launches");
        var own = lists.Read(list, 0, PlanLimits.MaxLaunches, launch => Launch(launch, site));
        if (kind == SegmentKind.Launch && (list is null ? !node.IsIncomplete : list is { Kind: NodeKind.List, IsIncomplete: false, Children: [] }))
            errors.Add(list?.ByteOffset ?? node.ByteOffset, $"{node.JsonPath}.launches", PlanErrorCode.LaunchSegmentEmpty);
        return new(
            values.Id(fields.Required("id"))!,
            kind ?? default,
            values.Text(fields.Optional("title")),
            (int)(values.Whole(fields.Required("plannedSeconds"), 1, PlanLimits.MaxSegmentSeconds) ?? 0),
            site,
            own,
            values.TimeOfDay(fields.Optional("fixedStart")));
    }

    private string? Launch(Node node, string? segmentSite)
    {
        if (lists.Reference(node, launches, PlanErrorCode.UnknownLaunch) is not { } id) return null;
        if (!placed.TryAdd(id, node)) errors.Add(node, PlanErrorCode.LaunchPlacedTwice, ("launch", id), ("first", placed[id].JsonPath));
        // Where the launch's own site is wrong, that has been said already.
        if (segmentSite is not null && sites.Find(segmentSite) is not null
            && launches.Find(id)?.Site is { } site && sites.Find(site) is not null && site != segmentSite)
        {
            errors.Add(node, PlanErrorCode.LaunchOfAnotherSite, ("launch", id), ("site", site), ("segmentSite", segmentSite));
        }
        return id;
    }
}
