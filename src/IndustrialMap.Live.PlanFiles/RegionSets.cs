using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>A region, or a city that is one of its own.</summary>
/// <param name="Key">Three letters, the same in every set: "KAR".</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record Region(string Key, Text Name, string TimeZone);

/// <summary>An administrative division of the country; the same key may have another name or outline in another set.</summary>
public sealed record RegionSet(string Id, ImmutableArray<Region> Regions)
{
    private readonly FrozenDictionary<string, Region> byKey = Regions.ToFrozenDictionary(region => region.Key);

    public Region? Find(string key) => byKey.GetValueOrDefault(key);
}

/// <summary>The divisions that come with the program: "2016" (until 2018-06-19) and "2018" (until 2022-06-08).</summary>
public static class RegionSets
{
    public static readonly ImmutableArray<string> Ids = ["2016", "2018"];

    private static readonly FrozenDictionary<string, Lazy<RegionSet>> Sets =
        Ids.ToFrozenDictionary(id => id, id => new Lazy<RegionSet>(() => Parse(id)));

    /// <exception cref="KeyNotFoundException">There is no such set.</exception>
    public static RegionSet Get(string id) => Sets[id].Value;

    private static RegionSet Parse(string id)
    {
        using var file = Resources.Open($"regions-{id}.geojson");
        using var json = JsonDocument.Parse(file);
        return new(id, [.. json.RootElement.GetProperty("features").EnumerateArray().Select(feature => Region(feature.GetProperty("properties")))]);
    }

    private static Region Region(JsonElement about) => new(
        about.GetProperty("key").GetString()!,
        new(about.GetProperty("name_en").GetString(), about.GetProperty("name_ru").GetString(), about.GetProperty("name_kk").GetString()),
        about.GetProperty("tz").GetString()!);
}
