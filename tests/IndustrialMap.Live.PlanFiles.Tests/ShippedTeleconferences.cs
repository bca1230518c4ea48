using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class ShippedTeleconferences
{
    private static Script Of(string id) => Shipped.All.Single(script => script.Id == id);
    private static readonly Script Of2017 = Of("2017-12-06"), Of2021 = Of("2021-industrialization-map");

    public static readonly TheoryData<string> Files = [.. Shipped.Files];

    [Theory, MemberData(nameof(Files))]
    public void The_file_is_as_the_writer_would_write_it(string name)
    {
        using var file = Resources.Open(name);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        Assert.Equal(bytes, ScriptWriter.Write(ScriptReader.Read(bytes).Script!));
    }

    [Fact]
    public void The_map_of_2021_has_six_launches_with_the_sums_of_its_source()
    {
        Assert.Equal(6, Of2021.Launches.Length);
        Assert.Equal(new Sum(622_000_000_000, Unit.Tenge, Qualifier.Exact, 6, 0), Sum.Of(Unit.Tenge, Of2021.Launches.Select(launch => launch.Tenge)));
        Assert.Equal(new Sum(2376, Unit.Jobs, Qualifier.Exact, 6, 0), Sum.Of(Unit.Jobs, Of2021.Launches.Select(launch => launch.Jobs)));
        Assert.Equal(["2021-01", "2021-04", "2021-06"], Of2021.Launches.Where(launch => launch.SourceStatus == SourceStatus.Commissioned).Select(launch => launch.Id));
        Assert.Null(Of2021.Baseline);
    }

    [Fact]
    public void The_teleconference_of_2017_has_twelve_launches_and_no_figure_for_any_of_them()
    {
        Assert.Equal(12, Of2017.Launches.Length);
        Assert.Equal(5, Of2017.Reported.Length);
        Assert.All(Of2017.Launches, launch => Assert.Equal((null, null), (launch.Tenge, launch.Jobs)));
        Assert.Equal(new Facilities(25, 8, 13), Of2017.Facilities);
    }

    [Fact]
    public void What_stood_before_in_2017_keeps_its_more_than_and_says_nothing_of_today()
    {
        var baseline = Of2017.Baseline!;
        Assert.Equal(new Figure(127, Unit.Projects), baseline.Projects);
        Assert.Equal(new Figure(1_900_000_000_000, Unit.Tenge), baseline.Tenge);
        Assert.Equal(new Figure(10_000, Unit.Jobs, Qualifier.MoreThan), baseline.Jobs);
        Assert.Null(baseline.ApartFromToday);
    }

    [Fact]
    public void What_is_inferred_about_places_is_marked_as_such()
    {
        Assert.Equal(("AKM", Basis.PublicFact), Region(Of2017, "2017-01"));
        Assert.Equal((null, Basis.Stated), Region(Of2017, "2017-09"));
        Assert.Equal(("YUZ", Basis.Place), Region(Of2017, "2017-11"));
        Assert.Equal(("KAR", Basis.PublicFact), Region(Of2021, "2021-03"));
        Assert.Equal(("SHY", Basis.Place), Region(Of2021, "2021-05"));
        Assert.All(Shipped.All.SelectMany(script => script.Launches), launch => Assert.Equal(Basis.Description, launch.SectorBasis));

        static (string?, Basis) Region(Script script, string id)
        {
            var launch = script.Launches.Single(launch => launch.Id == id);
            return (launch.Region, launch.RegionBasis);
        }
    }

    [Fact]
    public void Every_name_is_there_in_three_languages() =>
        Assert.All(
            Shipped.All.SelectMany(script => script.Sites.Select(site => site.Name)
                .Concat(script.Launches.SelectMany(launch => new[] { launch.Name, launch.Company }))
                .Concat(script.Reported.SelectMany(reported => new[] { reported.Name, reported.Company, reported.Place }))
                .Concat(script.Sectors.Select(sector => sector.Name))
                .Concat(script.Segments.Select(segment => segment.Title))
                .Append(script.Title).Append(script.Studio.Place).Append(script.Baseline?.Label))
                .OfType<Text>(),
            text => Assert.True(text is { En: not null, Ru: not null, Kk: not null }, text.ToString()));

    [Fact]
    public void Every_launch_has_its_place_in_an_order_that_is_called_ours() => Assert.All(Shipped.All, script =>
    {
        Assert.True(script.IllustrativeOrder);
        Assert.Null(script.PlannedStart);
        Assert.Equal(script.Launches.Select(launch => launch.Id), script.Segments.SelectMany(segment => segment.Launches));
        Assert.Equal(script.Sites.Length, script.Launches.Select(launch => launch.Site).Distinct().Count());
    });
}
