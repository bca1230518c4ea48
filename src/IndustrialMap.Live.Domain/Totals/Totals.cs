using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>Projects, tenge and jobs of some confirmed launches, each with how many had no figure.</summary>
public sealed record Tally(int Projects, Sum Tenge, Sum Jobs)
{
    public static readonly Tally Zero = Of([]);

    public static Tally Of(IReadOnlyCollection<Launch> launches) => new(
        launches.Count,
        Sum.Of(Unit.Tenge, launches.Select(launch => launch.Tenge)),
        Sum.Of(Unit.Jobs, launches.Select(launch => launch.Jobs)));
}

/// <summary>A tally under a region's or sector's key; the key is null where the source gives none.</summary>
public sealed record KeyedTally(string? Key, Tally Tally);

/// <summary>Today's sums over confirmed launches, and over nothing else: overall, by region, by sector.</summary>
public sealed record Totals(Tally Today, ImmutableArray<KeyedTally> ByRegion, ImmutableArray<KeyedTally> BySector)
{
    public static readonly Totals Zero = new(Tally.Zero, [], []);

    public static Totals Of(IEnumerable<Launch> launches)
    {
        var confirmed = launches.Where(launch => launch.State == LaunchState.Confirmed).ToArray();
        return new(Tally.Of(confirmed), By(confirmed, launch => launch.Region), By(confirmed, launch => launch.Sector));
    }

    private static ImmutableArray<KeyedTally> By(IEnumerable<Launch> confirmed, Func<Launch, string?> key) =>
    [
        .. confirmed.GroupBy(key)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new KeyedTally(group.Key, Tally.Of([.. group]))),
    ];
}
