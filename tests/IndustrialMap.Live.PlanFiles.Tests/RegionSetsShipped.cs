using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class RegionSetsShipped
{
    [Fact]
    public void Each_division_has_its_regions_and_cities()
    {
        Assert.Equal(16, RegionSets.Get("2016").Regions.Length);
        Assert.Equal(17, RegionSets.Get("2018").Regions.Length);
        Assert.Null(RegionSets.Get("2016").Find("SHY"));
        Assert.Equal(new Text("Shymkent", "Шымкент", "Шымкент"), RegionSets.Get("2018").Find("SHY")!.Name);
    }

    [Fact]
    public void The_capital_and_the_south_are_called_as_they_were_then()
    {
        Assert.Equal(("Astana", "Nur-Sultan"), (Name("2016", "AST"), Name("2018", "AST")));
        Assert.Equal(("South Kazakhstan Region", "Turkistan Region"), (Name("2016", "YUZ"), Name("2018", "YUZ")));

        static string? Name(string set, string key) => RegionSets.Get(set).Find(key)!.Name.En;
    }

    [Fact]
    public void Each_region_has_a_name_in_three_languages_and_a_time_zone_that_is_known() =>
        Assert.All(RegionSets.Ids.SelectMany(id => RegionSets.Get(id).Regions), region =>
        {
            Assert.True(region.Name is { En: not null, Ru: not null, Kk: not null });
            Assert.NotNull(NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(region.TimeZone));
        });

    [Fact]
    public void A_set_is_parsed_once() => Assert.Same(RegionSets.Get("2016"), RegionSets.Get("2016"));
}
