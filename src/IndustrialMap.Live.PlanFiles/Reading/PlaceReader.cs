using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>Everything that has a region: sites, launches, and projects told as launched already.</summary>
/// <param name="version">Of the format that the file is written in.</param>
/// <param name="regions">Null if the region set itself is wrong: then no region is judged.</param>
internal sealed class PlaceReader(ErrorList errors, int version, RegionSet? regions, KeyedList<Sector> sectors)
{
    private readonly ValueReader values = new(errors);
    private readonly ListReader lists = new(errors);

    public PlannedSite? Site(Node node, string? studioZone)
    {
        if (ObjectReader.Read(node, errors, "id", "name", "region", "regionBasis", "place", "timeZone") is not { } fields) return null;
        var region = Region(fields.Optional("region"));
        var zone = fields.Optional("timeZone") is { } own ? values.TimeZone(own)
            : region is null ? studioZone
            : regions?.Find(region)?.TimeZone;
        return new(
            values.Id(fields.Required("id"))!,
            values.Text(fields.Required("name"))!,
            region,
            Basis(fields, "regionBasis") ?? Domain.Basis.Stated,
            values.Text(fields.Optional("place")),
            zone!);
    }

    public PlannedLaunch? Launch(Node node, KeyedList<PlannedSite> sites)
    {
        string[] known = ["id", "name", "company", "site", "region", "regionBasis", "sector", "sectorBasis", "tenge", "jobs", "sourceStatus"];
        if (ObjectReader.Read(node, errors, version, known, ["confirmationSeconds"]) is not { } fields) return null;
        var siteId = lists.Reference(fields.Required("site"), sites, PlanErrorCode.UnknownSite);
        // Only a region that is left out is the site's: null says that the launch has none.
        var site = fields.Raw("region") is null ? sites.Find(siteId) : null;
        return new(
            values.Id(fields.Required("id"))!,
            values.Text(fields.Required("name"))!,
            values.Text(fields.Optional("company")),
            siteId!,
            site is null ? Region(fields.Optional("region")) : site.Region,
            Basis(fields, "regionBasis") ?? site?.RegionBasis ?? Domain.Basis.Stated,
            Sector(fields),
            Basis(fields, "sectorBasis") ?? Domain.Basis.Stated,
            values.Figure(fields.Optional("tenge"), Unit.Tenge),
            values.Figure(fields.Optional("jobs"), Unit.Jobs),
            values.Choice<SourceStatus>(fields.Optional("sourceStatus")),
            values.ConfirmationSeconds(fields.Optional("confirmationSeconds")));
    }

    public ReportedLaunch? Reported(Node node)
    {
        if (ObjectReader.Read(node, errors, "id", "name", "company", "region", "regionBasis", "place", "sector", "sectorBasis") is not { } fields) return null;
        return new(
            values.Id(fields.Required("id"))!,
            values.Text(fields.Required("name"))!,
            values.Text(fields.Optional("company")),
            Region(fields.Optional("region")),
            Basis(fields, "regionBasis") ?? Domain.Basis.Stated,
            values.Text(fields.Optional("place")),
            Sector(fields),
            Basis(fields, "sectorBasis") ?? Domain.Basis.Stated);
    }

    private Basis? Basis(ObjectReader fields, string name) => values.Choice<Basis>(fields.Optional(name));

    private string? Sector(ObjectReader fields) =>
        fields.Optional("sector") is { } node ? lists.Reference(node, sectors, PlanErrorCode.UnknownSector) : null;

    private string? Region(Node? node)
    {
        if (!ValueReader.Is(node, NodeKind.String, errors)) return null;
        var key = node!.Value;
        if (regions is not null && regions.Find(key) is null)
        {
            var known = regions.Regions.Select(region => region.Key).ToArray();
            errors.Add(node, PlanErrorCode.UnknownRegion,
                ("id", key), ("regionSet", regions.Id), ("nearest", SpellingSuggester.Suggest(key, known)), ("known", string.Join(", ", known)));
        }
        return key;
    }
}
