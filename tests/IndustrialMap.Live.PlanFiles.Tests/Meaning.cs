using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Tests;

/// <summary>What the reader makes of a file that is right.</summary>
public sealed class Meaning
{
    private static TeleconferencePlan Read(string was = "\"id\": \"example\"", string becomes = "\"id\": \"example\"")
    {
        var result = Example.Read(Example.With(was, becomes));
        Assert.Empty(result.Errors);
        return result.Plan!;
    }

    [Fact]
    public void A_plain_string_is_English() => Assert.Equal(new Text(En: "Studio"), Read().Studio.Place);

    [Fact]
    public void A_bare_number_is_an_exact_figure_and_a_qualifier_left_out_is_exact()
    {
        Assert.Equal(new Figure(45, Unit.Jobs), Read().Launches[1].Jobs);
        Assert.Equal(new Figure(145_000_000_000, Unit.Tenge), Read().Launches[0].Tenge);
        Assert.Equal(new Figure(10_000, Unit.Jobs, Qualifier.MoreThan), Read().Baseline!.Jobs);
    }

    [Fact]
    public void A_figure_that_is_null_or_left_out_is_not_stated()
    {
        Assert.Null(Read().Launches[1].Tenge);
        Assert.Null(Read().Launches[2].Tenge);
        Assert.Equal(0, Read("\"tenge\": null", "\"tenge\": 0").Launches[1].Tenge!.Value);
    }

    [Fact]
    public void A_launch_without_a_region_has_that_of_its_site_and_its_basis()
    {
        Assert.Equal(("SEV", Basis.Place), (Read().Launches[0].Region, Read().Launches[0].RegionBasis));
        Assert.Equal(("ATY", Basis.Stated), (Read().Launches[1].Region, Read().Launches[1].RegionBasis));
        Assert.Null(Read("\"region\": \"ATY\"", "\"region\": null").Launches[1].Region);
    }

    [Fact]
    public void A_site_without_a_time_zone_has_that_of_its_region_else_of_the_studio()
    {
        Assert.Equal("Asia/Qostanay", Read("\"region\": \"SEV\"", "\"region\": \"KUS\"").Sites[0].TimeZone);
        Assert.Equal("Europe/Berlin", Read("\"Asia/Almaty\"", "\"Europe/Berlin\"").Sites[2].TimeZone);
        Assert.Equal("Asia/Aqtau", Read().Sites[1].TimeZone);
    }

    [Fact]
    public void The_planned_start_keeps_its_offset() =>
        Assert.Equal(new DateTimeOffset(2021, 9, 28, 10, 0, 0, TimeSpan.FromHours(6)).ToString("O"), Read().PlannedStart!.Value.ToString("O"));

    [Theory]
    [InlineData("12:00", 12, 0, 0)]
    [InlineData("23:59:59", 23, 59, 59)]
    public void A_fixed_start_is_a_time_of_day_with_or_without_seconds(string written, int hour, int minute, int second) =>
        Assert.Equal(new TimeOnly(hour, minute, second), Read("10:05", written).Segments[1].FixedStart);

    [Fact]
    public void A_launch_has_its_own_confirmation_window_else_the_plans_else_the_usual_one()
    {
        Assert.Equal([45, 120, 120], Windows(Read()));
        Assert.Equal([45, 90, 90], Windows(Read("\"confirmationSeconds\": 120,", "")));
        Assert.Equal([45, 90, 90], Windows(Read("\"confirmationSeconds\": 120", "\"confirmationSeconds\": null")));

        static IEnumerable<int> Windows(TeleconferencePlan plan) => plan.Launches.Select(plan.ConfirmationSecondsOf);
    }

    [Fact]
    public void A_text_of_exactly_the_longest_length_is_taken_also_in_characters_of_two_halves() =>
        Assert.Equal(600, Read("\"Мысал\"", $"\"{string.Concat(Enumerable.Repeat("🏭", 300))}\"").Title.Kk!.Length);

    [Fact]
    public void The_largest_sum_is_taken() =>
        Assert.Equal(Figure.MaxValue, Read("381", "9007199254730946").Launches[0].Jobs!.Value + 45 + 10_000);
}
