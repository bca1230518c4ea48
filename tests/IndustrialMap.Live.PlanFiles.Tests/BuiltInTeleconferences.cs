using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class BuiltInTeleconferences
{
    private static TeleconferencePlan Of(string id) => BuiltInPlans.All.Single(plan => plan.Id == id);
    private static readonly TeleconferencePlan Of2017 = Of("2017-12-06"), Of2021 = Of("2021-industrialization-map");

    public static readonly TheoryData<string> Files = [.. BuiltInPlans.Files];

    [Theory, MemberData(nameof(Files))]
    public void The_file_is_as_the_writer_would_write_it(string name)
    {
        using var file = Resources.Open(name);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        Assert.Equal(bytes, PlanWriter.Write(PlanReader.Read(bytes).Plan!));
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
        Assert.All(BuiltInPlans.All.SelectMany(plan => plan.Launches), launch => Assert.Equal(Basis.Description, launch.SectorBasis));

        static (string?, Basis) Region(TeleconferencePlan plan, string id)
        {
            var launch = plan.Launches.Single(launch => launch.Id == id);
            return (launch.Region, launch.RegionBasis);
        }
    }

    [Fact]
    public void Every_name_is_there_in_three_languages() =>
        Assert.All(
            BuiltInPlans.All.SelectMany(plan => plan.Sites.Select(site => site.Name)
                .Concat(plan.Launches.SelectMany(launch => new[] { launch.Name, launch.Company }))
                .Concat(plan.Reported.SelectMany(reported => new[] { reported.Name, reported.Company, reported.Place }))
                .Concat(plan.Sectors.Select(sector => sector.Name))
                .Concat(plan.Segments.Select(segment => segment.Title))
                .Append(plan.Title).Append(plan.Studio.Place).Append(plan.Baseline?.Label))
                .OfType<Text>(),
            text => Assert.True(text is { En: not null, Ru: not null, Kk: not null }, text.ToString()));

    [Fact]
    public void Every_launch_has_its_place_in_an_order_that_is_called_ours() => Assert.All(BuiltInPlans.All, plan =>
    {
        Assert.True(plan.IllustrativeOrder);
        Assert.Null(plan.PlannedStart);
        Assert.Equal(plan.Launches.Select(launch => launch.Id), plan.Segments.SelectMany(segment => segment.Launches));
        Assert.Equal(plan.Sites.Length, plan.Launches.Select(launch => launch.Site).Distinct().Count());
    });
}
