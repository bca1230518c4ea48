using FsCheck;
using FsCheck.Fluent;

namespace IndustrialMap.Live.Domain.Tests.RandomShows;

/// <summary>Scripts of 1 to 6 sites, 0 to 10 launches and 1 to 12 segments, whose figures are anything a script may state.</summary>
internal static class RandomScript
{
    private static readonly Text Somewhere = new("Somewhere", "Где-то", "Бір жерде");

    public static readonly Gen<Script> Any =
        from sites in Gen.Choose(1, 6)
        from launchCount in Gen.Choose(0, 10)
        from launches in Gen.ListOf(Launch(sites), launchCount)
        from segments in Gen.Choose(1, 12)
        select Of(sites, launches, segments);

    private static Gen<LaunchScript> Launch(int sites) =>
        from site in Gen.Choose(1, sites)
        from region in Gen.Elements("KAR", "SHY", "VOS", null)
        from sector in Gen.Elements("metal_products", "machinery", null)
        from tenge in Figure(Unit.Tenge)
        from jobs in Figure(Unit.Jobs)
        select new LaunchScript(
            "", Somewhere, null, $"site-{site}", region, Basis.Stated, sector, Basis.Stated, tenge, jobs, null);

    private static Gen<Figure?> Figure(Unit unit)
    {
        var stated =
            from value in Gen.OneOf(
                Gen.Choose(0, 3).Select(small => (long)small),
                Gen.Choose(0, int.MaxValue).Select(large => large * 1_000L),
                Gen.Constant(Domain.Figure.Largest))
            from qualifier in Gen.Frequency(
                (4, Gen.Constant(Qualifier.Exact)), (1, Gen.Constant(Qualifier.MoreThan)), (1, Gen.Constant(Qualifier.About)))
            select (Figure?)new Figure(value, unit, qualifier);
        return Gen.Frequency((4, stated), (1, Gen.Constant<Figure?>(null)));
    }

    private static Script Of(int sites, IEnumerable<LaunchScript> launches, int segments) => new(
        "random", Somewhere, null, "2018", new StudioScript(Somewhere, "Asia/Almaty"), true, null, null, null, [],
        [.. Enumerable.Range(1, sites).Select(n =>
            new SiteScript($"site-{n}", Somewhere, null, Basis.Stated, null, "Asia/Almaty"))],
        [.. launches.Select((launch, n) => launch with { Id = $"launch-{n + 1}" })],
        [],
        [.. Enumerable.Range(1, segments).Select(n =>
            new SegmentScript($"segment-{n}", SegmentKind.Pause, null, 60, null, []))],
        []);
}
