using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>
/// The six named projects of the Industrialization Map 2021, with the tenge and jobs that their source states. One site
/// and one segment for each, and a speech before and after: sites, order and durations are ours.
/// </summary>
internal static class Map2021
{
    public const string Cans = "2021-05", CansSite = "shymkent", Transformers = "2021-04", TransformersSite = "petropavlovsk";

    public static readonly ImmutableArray<PlannedLaunch> Launches =
    [
        Project("2021-01", "Modernization of the Zhayrem GOK", "zhayrem", "KAR", "mining_metallurgy", 145_000_000_000, 381),
        Project("2021-02", "Expansion of the Aktogay GOK", "aktogay", "VOS", "mining_metallurgy", 396_000_000_000, 700),
        Project("2021-03", "Saryarkinsky ferroalloy plant", "saryarka", "KAR", "mining_metallurgy", 35_000_000_000, 400),
        Project(Transformers, "Transformer production", TransformersSite, "SEV", "electrical_machinery", 10_000_000_000, 300),
        Project(Cans, "Aluminum cans", CansSite, "SHY", "metal_products", 23_400_000_000, 145),
        Project("2021-06", "Localization center", "kostanay", "KUS", "machinery", 12_600_000_000, 450),
    ];

    public static readonly TeleconferencePlan Plan = new(
        "map-2021", new Text("Industrialization Map of Kazakhstan, 2021"), new DateOnly(2021, 9, 28), "2018",
        new Studio(new Text("Nur-Sultan"), "Asia/Almaty"), IllustrativeOrder: true, PlannedStart: null,
        Baseline: null, Facilities: null, Sectors: [],
        Sites: [.. Launches.Select(launch =>
            new PlannedSite(launch.Site, new Text(launch.Site), launch.Region, launch.RegionBasis, null, "Asia/Almaty"))],
        Launches, Reported: [],
        Segments:
        [
            new("opening", SegmentKind.Speech, new Text("Opening"), 300, null, []),
            .. Launches.Select(launch => new PlannedSegment(launch.Id, SegmentKind.Launch, null, 240, launch.Site, [launch.Id])),
            new("closing", SegmentKind.Speech, new Text("Closing"), 300, null, []),
        ],
        Sources: []);

    private static PlannedLaunch Project(
        string id, string name, string site, string region, string sector, long tenge, long jobs) => new(
        id, new Text(name), Company: null, site, region, Basis.PublicFact, sector, Basis.Description,
        new Figure(tenge, Unit.Tenge), new Figure(jobs, Unit.Jobs), SourceStatus: null);
}
