namespace IndustrialMap.Live.Domain.Tests;

/// <summary>The totals that a run-through of the map of 2021 must come to.</summary>
public class TotalsOf2021
{
    [Fact]
    public void Before_the_first_confirmation_the_totals_are_exactly_nothing() =>
        Assert.Equal(Totals.Zero, Show.Live().State.Totals);

    [Fact]
    public void Six_confirmed_launches_are_622_billion_tenge_and_2376_jobs() =>
        Assert.Equal(Today(6, 622_000_000_000, 2_376), AllConfirmed().State.Totals.Today);

    [Fact]
    public void Without_the_Shymkent_cans_they_are_598_point_6_billion_and_2231_and_with_them_again_as_before()
    {
        var show = AllConfirmed().Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"));
        Assert.Equal(Today(5, 598_600_000_000, 2_231), show.State.Totals.Today);
        Assert.DoesNotContain(show.State.Totals.ByRegion, region => region.Key == "SHY");

        show.Accepted(Show.Coordinator(Map2021.CansSite), new ConfirmLaunch(Map2021.Cans, 2));
        Assert.Equal(Today(6, 622_000_000_000, 2_376), show.State.Totals.Today);
    }

    [Fact]
    public void Regions_and_sectors_have_their_own_totals_in_the_order_of_their_keys()
    {
        var totals = AllConfirmed().State.Totals;
        Assert.Equal(
            [
                new("KAR", Today(2, 180_000_000_000, 781)), new("KUS", Today(1, 12_600_000_000, 450)),
                new("SEV", Today(1, 10_000_000_000, 300)), new("SHY", Today(1, 23_400_000_000, 145)),
                new("VOS", Today(1, 396_000_000_000, 700)),
            ],
            totals.ByRegion.AsEnumerable());
        Assert.Equal(
            [
                new("electrical_machinery", Today(1, 10_000_000_000, 300)), new("machinery", Today(1, 12_600_000_000, 450)),
                new("metal_products", Today(1, 23_400_000_000, 145)), new("mining_metallurgy", Today(3, 576_000_000_000, 1_481)),
            ],
            totals.BySector.AsEnumerable());
    }

    [Fact]
    public void Launches_without_figures_are_counted_and_their_tenge_and_jobs_are_not_stated()
    {
        var plan = Map2021.Plan with
        {
            Launches = [.. Map2021.Launches.Select(launch => launch with { Tenge = null, Jobs = null })],
        };
        Assert.Equal(
            new Tally(6, new(null, Unit.Tenge, Qualifier.Exact, 0, 6), new(null, Unit.Jobs, Qualifier.Exact, 0, 6)),
            AllConfirmed(plan).State.Totals.Today);
    }

    private static Tally Today(int projects, long tenge, long jobs) => new(
        projects, new(tenge, Unit.Tenge, Qualifier.Exact, projects, 0), new(jobs, Unit.Jobs, Qualifier.Exact, projects, 0));

    private static Show AllConfirmed(TeleconferencePlan? plan = null)
    {
        var show = new Show(plan ?? Map2021.Plan).Accepted(Show.OperatorA, new Start());
        foreach (var launch in show.Plan.Launches)
        {
            show.Accepted(Show.OperatorA, new CallLaunch(launch.Id));
            show.Accepted(Show.Coordinator(launch.Site), new ConfirmLaunch(launch.Id, 1));
        }
        return show;
    }
}
