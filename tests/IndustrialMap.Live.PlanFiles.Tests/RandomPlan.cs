using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IndustrialMap.Live.Domain;
using NodaTime;

namespace IndustrialMap.Live.PlanFiles.Tests;

/// <summary>Random plans that are valid, with every field there and not there.</summary>
internal static class RandomPlan
{
    // Among them what JSON escapes, what a page would, and what takes two, three and four bytes.
    private static readonly string[] Pieces = ["a", "Z", "7", " x", "\"", "\\", "/", "<", "&", "+", "'", "ы", "ң", "«", "—", "\u00a0x", "🏭"];
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private static readonly Gen<string> Line =
        from length in Gen.Choose(1, 20)
        from pieces in Gen.Elements(Pieces).ListOf(length)
        select "n" + string.Concat(pieces);

    private static readonly Gen<Text> Name =
        from en in Maybe(Line)
        from ru in Maybe(Line)
        from kk in en is null && ru is null ? Line.Select(text => (string?)text) : Maybe(Line)
        select new Text(en, ru, kk);

    private static readonly Gen<long> Amount =
        Gen.OneOf(Gen.Choose(0, 3).Select(n => (long)n), Gen.Choose(0, int.MaxValue).Select(n => n * 1000L), Gen.Constant(PlanLimits.MaxFigure / 100));

    private static readonly Gen<Basis> AnyBasis = Gen.Elements(Enum.GetValues<Basis>());

    private static Gen<Figure?> Figure(Unit unit) => Maybe(
        from value in Amount
        from qualifier in Gen.Elements(Enum.GetValues<Qualifier>())
        select new Figure(value, unit, qualifier));

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<T?> MaybeValue<T>(Gen<T> gen) where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static Gen<ImmutableArray<T>> Many<T>(int least, int most, Func<int, Gen<T>> gen) =>
        from count in Gen.Choose(least, most)
        from items in Gen.CollectToList(Enumerable.Range(0, count), gen)
        select items.ToImmutableArray();

    public static readonly Gen<TeleconferencePlan> Any =
        from regionSet in Gen.Elements(RegionSets.Ids.ToArray())
        let region = Maybe(Gen.Elements(RegionSets.Get(regionSet).Regions.Select(region => region.Key).ToArray()))
        from title in Name
        from date in MaybeValue(Gen.Choose(0, 100_000).Select(new DateOnly(1900, 1, 1).AddDays))
        from place in Name
        from zone in Gen.Elements(Zones)
        from illustrative in Gen.Elements(true, false)
        from start in MaybeValue(Start)
        from baseline in Maybe(BaselineGen)
        from facilities in Maybe(Gen.Choose(0, 50).Select(n => new Facilities(2 * n, n, n + n / 2)))
        from sectors in Many(0, 4, i => Name.Select(name => new Sector($"s{i}", name)))
        let sector = sectors.IsEmpty ? Gen.Constant<string?>(null) : Maybe(Gen.Elements(sectors.Select(sector => sector.Key).ToArray()))
        from sites in Many(1, 5, i => Site(i, region))
        from launches in Many(0, 12, i => Launch(i, sites, region, sector))
        from reported in Many(0, 3, i => Reported(i, region, sector))
        from segments in Segments(sites, launches)
        from sources in Many(0, 3, _ => Line)
        from window in Window
        from version in Gen.Choose(1, 2)
        select Version(version, new("any", title, date, regionSet, new(place, zone), illustrative, start, baseline, facilities,
            sectors, sites, launches, reported, segments, sources, window));

    private static Gen<int?> Window => MaybeValue(Gen.Choose(1, PlanLimits.MaxConfirmationSeconds));

    /// <summary>Of version 1 without what came with version 2.</summary>
    private static TeleconferencePlan Version(int version, TeleconferencePlan plan) => version == 2 ? plan : plan with
    {
        ConfirmationSeconds = null,
        Launches = [.. plan.Launches.Select(launch => launch with { ConfirmationSeconds = null })],
        Segments = [.. plan.Segments.Select(segment => segment with { FixedStart = null })],
    };

    private static Gen<DateTimeOffset> Start =>
        from seconds in Gen.Choose(0, int.MaxValue)
        from ticks in Gen.Elements(0, 1, 5_000_000)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(new DateTime(2000, 1, 2).AddSeconds(seconds).AddTicks(ticks), TimeSpan.FromMinutes(minutes));

    private static Gen<Baseline> BaselineGen =>
        from label in Name
        from projects in Figure(Unit.Projects)
        from tenge in Figure(Unit.Tenge)
        from jobs in Figure(Unit.Jobs)
        from apart in MaybeValue(Gen.Elements(true, false))
        select new Baseline(label, projects, tenge, jobs, apart);

    private static Gen<PlannedSite> Site(int i, Gen<string?> anyRegion) =>
        from name in Name
        from region in anyRegion
        from basis in AnyBasis
        from place in Maybe(Name)
        from zone in Gen.Elements(Zones)
        select new PlannedSite($"site-{i}", name, region, basis, place, zone);

    private static Gen<PlannedLaunch> Launch(int i, ImmutableArray<PlannedSite> sites, Gen<string?> anyRegion, Gen<string?> anySector) =>
        from name in Name
        from company in Maybe(Name)
        from site in Gen.Elements(sites.ToArray())
        from region in Gen.OneOf(anyRegion, Gen.Constant(site.Region))
        from basis in Gen.OneOf(AnyBasis, Gen.Constant(site.RegionBasis))
        from sector in anySector
        from sectorBasis in AnyBasis
        from tenge in Figure(Unit.Tenge)
        from jobs in Figure(Unit.Jobs)
        from status in MaybeValue(Gen.Elements(Enum.GetValues<SourceStatus>()))
        from window in Window
        select new PlannedLaunch($"launch-{i}", name, company, site.Id, region, basis, sector, sectorBasis, tenge, jobs, status, window);

    private static Gen<ReportedLaunch> Reported(int i, Gen<string?> anyRegion, Gen<string?> anySector) =>
        from name in Name
        from company in Maybe(Name)
        from region in anyRegion
        from basis in AnyBasis
        from place in Maybe(Name)
        from sector in anySector
        from sectorBasis in AnyBasis
        select new ReportedLaunch($"reported-{i}", name, company, region, basis, place, sector, sectorBasis);

    /// <summary>One segment a site for its launches, and others around them.</summary>
    private static Gen<ImmutableArray<PlannedSegment>> Segments(ImmutableArray<PlannedSite> sites, ImmutableArray<PlannedLaunch> launches) =>
        Many(1, sites.Length + 3, i =>
            from title in Maybe(Name)
            from seconds in Gen.Choose(1, PlanLimits.MaxSegmentSeconds)
            from start in MaybeValue(Gen.Choose(0, 2879).Select(half => TimeOnly.MinValue.Add(TimeSpan.FromMinutes(half / 2.0))))
            from kind in Gen.Elements(SegmentKind.Speech, SegmentKind.Video, SegmentKind.Pause)
            let site = i < sites.Length ? sites[i].Id : null
            let own = launches.Where(launch => launch.Site == site).Select(launch => launch.Id).ToImmutableArray()
            select own.IsEmpty
                ? new PlannedSegment($"segment-{i}", site is null ? kind : SegmentKind.SiteLink, title, seconds, site, [], start)
                : new PlannedSegment($"segment-{i}", SegmentKind.Launch, title, seconds, seconds % 2 == 0 ? site : null, own, start));
}
