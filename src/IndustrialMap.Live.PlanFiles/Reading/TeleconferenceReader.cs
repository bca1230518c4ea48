using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>
/// From nodes to a plan. What is wrong is in the list of errors and has null here, so the result is only good when
/// that list is empty; hence the exclamation marks.
/// </summary>
internal sealed class TeleconferenceReader(ErrorList errors)
{
    private readonly ValueReader values = new(errors);
    private readonly ListReader lists = new(errors);

    public TeleconferencePlan? Read(Node root)
    {
        // Which fields there may be hangs on the version, so it is read before it is known whether it is there.
        var version = values.Format(root.Find("format"));
        string[] known = ["format", "id", "title", "date", "regionSet", "studio", "illustrativeOrder", "plannedStart", "baseline", "facilities",
            "sectors", "sites", "launches", "reported", "segments", "sources"];
        if (ObjectReader.Read(root, errors, version, known, ["confirmationSeconds"]) is not { } fields) return null;
        fields.Required("format");

        var regionSet = values.Choice(fields.Required("regionSet"), RegionSets.Ids);
        var studio = Studio(fields.Required("studio"));
        // No list of sectors is an empty one, and a reference into it is an error.
        var sectors = fields.Optional("sectors") is { } sectorList
            ? lists.ReadById(sectorList, 0, PlanLimits.MaxSectors, "key", Sector)
            : new([], [], IsComplete: !root.IsIncomplete);
        var places = new PlaceReader(errors, version, regionSet is null ? null : RegionSets.Get(regionSet), sectors);
        var sites = lists.ReadById(fields.Required("sites"), 1, PlanLimits.MaxSites, "id", node => places.Site(node, studio?.TimeZone));
        var launches = lists.ReadById(fields.Required("launches"), 0, PlanLimits.MaxLaunches, "id", node => places.Launch(node, sites));
        var reported = lists.ReadById(fields.Optional("reported"), 0, PlanLimits.MaxLaunches, "id", places.Reported);
        var segments = new SegmentReader(errors, version, sites, launches);
        var baseline = Baseline(fields.Optional("baseline"));
        new FigureSums(errors).Check(fields.Raw("launches"), launches.Items, baseline);

        return new(
            values.Id(fields.Required("id"))!,
            values.Text(fields.Required("title"))!,
            values.Date(fields.Optional("date")),
            regionSet!,
            studio!,
            values.Flag(fields.Optional("illustrativeOrder")) ?? false,
            values.Time(fields.Optional("plannedStart")),
            baseline,
            Facilities(fields.Optional("facilities")),
            sectors.Items,
            sites.Items,
            launches.Items,
            reported.Items,
            lists.ReadById(fields.Required("segments"), 1, PlanLimits.MaxSegments, "id", segments.Segment).Items,
            lists.Read(fields.Optional("sources"), 0, PlanLimits.MaxSources, node => values.Line(node, PlanLimits.MaxSourceLength)),
            values.ConfirmationSeconds(fields.Optional("confirmationSeconds")));
    }

    private Studio? Studio(Node? node) => ObjectReader.Read(node, errors, "place", "timeZone") is { } fields
        ? new(values.Text(fields.Required("place"))!, values.TimeZone(fields.Required("timeZone"))!)
        : null;

    private Sector? Sector(Node node) => ObjectReader.Read(node, errors, "key", "name") is { } fields
        ? new(values.Id(fields.Required("key"))!, values.Text(fields.Required("name"))!)
        : null;

    private Baseline? Baseline(Node? node) => ObjectReader.Read(node, errors, "label", "projects", "tenge", "jobs", "apartFromToday") is { } fields
        ? new(
            values.Text(fields.Required("label"))!,
            values.Figure(fields.Optional("projects"), Unit.Projects),
            values.Figure(fields.Optional("tenge"), Unit.Tenge),
            values.Figure(fields.Optional("jobs"), Unit.Jobs),
            values.Flag(fields.Optional("apartFromToday")))
        : null;

    private Facilities? Facilities(Node? node)
    {
        if (ObjectReader.Read(node, errors, "count", "notNamedLeast", "notNamedMost") is not { } fields) return null;
        if ((Number("count"), Number("notNamedLeast"), Number("notNamedMost")) is not ({ } count, { } least, { } most)) return null;
        if (least > most || most > count)
            errors.Add(node!, PlanErrorCode.NotNamedRange, ("least", $"{least}"), ("most", $"{most}"), ("count", $"{count}"));
        return new((int)count, (int)least, (int)most);

        long? Number(string name) => values.Whole(fields.Required(name), 0, PlanLimits.MaxFacilities);
    }
}
