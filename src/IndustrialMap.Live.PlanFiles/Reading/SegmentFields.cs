using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The running order, and which launch has its place where.</summary>
internal sealed class SegmentFields(ErrorList errors, Listed<SiteScript> sites, Listed<LaunchScript> launches)
{
    private readonly Values values = new(errors);
    private readonly Lists lists = new(errors);
    private readonly Dictionary<string, Node> placed = [];

    public SegmentScript? Segment(Node node)
    {
        if (Fields.Of(node, errors, "id", "kind", "title", "plannedSeconds", "site", "launches") is not { } fields) return null;
        var kind = values.Choice<SegmentKind>(fields.Required("kind"));
        var site = fields.Optional("site") is { } siteNode ? lists.Reference(siteNode, sites, ScriptErrorCode.UnknownSite) : null;
        var list = fields.Optional("launches");
        var own = lists.Read(list, 0, ScriptLimits.MostLaunches, launch => Launch(launch, site));
        if (kind == SegmentKind.Launch && (list is null ? !node.Cut : list is { Kind: NodeKind.List, Cut: false, Children: [] }))
            errors.Add(list?.At ?? node.At, $"{node.Where}.launches", ScriptErrorCode.LaunchSegmentEmpty);
        return new(
            values.Id(fields.Required("id"))!,
            kind ?? default,
            values.Text(fields.Optional("title")),
            (int)(values.Whole(fields.Required("plannedSeconds"), 1, ScriptLimits.LongestSegment) ?? 0),
            site,
            own);
    }

    private string? Launch(Node node, string? segmentSite)
    {
        if (lists.Reference(node, launches, ScriptErrorCode.UnknownLaunch) is not { } id) return null;
        if (!placed.TryAdd(id, node)) errors.Add(node, ScriptErrorCode.LaunchPlacedTwice, ("launch", id), ("first", placed[id].Where));
        // Where the launch's own site is wrong, that has been said already.
        if (segmentSite is not null && sites.Find(segmentSite) is not null
            && launches.Find(id)?.Site is { } site && sites.Find(site) is not null && site != segmentSite)
        {
            errors.Add(node, ScriptErrorCode.LaunchOfAnotherSite, ("launch", id), ("site", site), ("segmentSite", segmentSite));
        }
        return id;
    }
}
