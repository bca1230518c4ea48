using FsCheck;
using FsCheck.Fluent;

namespace IndustrialMap.Live.Domain.Tests.RandomShows;

/// <summary>Plans of 1 to 6 sites, 0 to 10 launches and 1 to 12 segments, whose figures are anything a plan may state.</summary>
internal static class RandomPlan
{
    private static readonly Text Somewhere = new("Somewhere", "Где-то", "Бір жерде");

    public static readonly Gen<TeleconferencePlan> Any =
        from sites in Gen.Choose(1, 6)
        from launchCount in Gen.Choose(0, 10)
        from launches in Gen.ListOf(Launch(sites), launchCount)
        from segments in Gen.Choose(1, 12)
        from window in Gen.Elements<int?>(null, 60)
        select Of(sites, launches, segments) with { ConfirmationSeconds = window };

    private static Gen<PlannedLaunch> Launch(int sites) =>
        from site in Gen.Choose(1, sites)
        from region in Gen.Elements("KAR", "SHY", "VOS", null)
        from sector in Gen.Elements("metal_products", "machinery", null)
        from tenge in Figure(Unit.Tenge)
        from jobs in Figure(Unit.Jobs)
        select new PlannedLaunch(
            "", Somewhere, null, $"site-{site}", region, Basis.Stated, sector, Basis.Stated, tenge, jobs, null);

    private static Gen<Figure?> Figure(Unit unit)
    {
        var stated =
            from value in Gen.OneOf(
                Gen.Choose(0, 3).Select(small => (long)small),
                Gen.Choose(0, int.MaxValue).Select(large => large * 1_000L),
                Gen.Constant(Domain.Figure.MaxValue))
            from qualifier in Gen.Frequency(
                (4, Gen.Constant(Qualifier.Exact)), (1, Gen.Constant(Qualifier.MoreThan)), (1, Gen.Constant(Qualifier.About)))
            select (Figure?)new Figure(value, unit, qualifier);
        return Gen.Frequency((4, stated), (1, Gen.Constant<Figure?>(null)));
    }

    private static TeleconferencePlan Of(int sites, IEnumerable<PlannedLaunch> launches, int segments) => new(
        "random", Somewhere, null, "2018", new Studio(Somewhere, "Asia/Almaty"), true, null, null, null, [],
        [.. Enumerable.Range(1, sites).Select(n =>
            new PlannedSite($"site-{n}", Somewhere, null, Basis.Stated, null, "Asia/Almaty"))],
        [.. launches.Select((launch, n) => launch with { Id = $"launch-{n + 1}" })],
        [],
        [.. Enumerable.Range(1, segments).Select(n =>
            new PlannedSegment($"segment-{n}", SegmentKind.Pause, null, 60, null, []))],
        []);
}
