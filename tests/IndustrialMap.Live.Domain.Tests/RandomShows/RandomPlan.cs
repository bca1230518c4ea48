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
        from segments in Gen.ListOf(Gen.Choose(0, 1_000), 12)
        from length in Gen.Frequency((1, Gen.Constant(1)), (5, Gen.Choose(1, 12)))
        select Of(sites, [.. launches], [.. segments.Take(length)]);

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

    /// <param name="segments">For each, a number that says what it is.</param>
    private static TeleconferencePlan Of(int sites, PlannedLaunch[] launches, int[] segments) => new(
        "random", Somewhere, null, "2018", new Studio(Somewhere, "Asia/Almaty"), true, null, null, null, [],
        [.. Enumerable.Range(1, sites).Select(n =>
            new PlannedSite($"site-{n}", Somewhere, null, Basis.Stated, null, "Asia/Almaty"))],
        [.. launches.Select((launch, n) => launch with { Id = $"launch-{n + 1}" })],
        [],
        [.. segments.Select((number, n) => Segment(number, n, sites, launches, segments.Length))],
        [],
        ConfirmationSeconds: segments[0] % 3 == 0 ? null : segments[0]);

    /// <summary>Two of three launches stand in a segment; of those with a site of their own, only that site's.</summary>
    private static PlannedSegment Segment(int number, int n, int sites, PlannedLaunch[] launches, int segments)
    {
        var site = number % 2 == 0 ? null : $"site-{(number % sites) + 1}";
        var own = launches.Select((launch, l) => (launch, l))
            .Where(pair => pair.l % 3 != 2 && pair.l % segments == n && (site is null || pair.launch.Site == site))
            .Select(pair => $"launch-{pair.l + 1}");
        return new(
            $"segment-{n + 1}", SegmentKind.Pause, number % 5 == 0 ? Somewhere : null, 1 + (number % 90), site, [.. own],
            number % 7 == 0 ? new TimeOnly(number % 24, 0) : null);
    }
}
