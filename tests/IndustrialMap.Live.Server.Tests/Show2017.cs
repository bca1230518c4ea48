namespace IndustrialMap.Live.Server.Tests;

/// <summary>6 December 2017: twelve launches on air, and no figure for any of them.</summary>
public class Show2017
{
    private const string Id = RunningConsole.Show2017;

    [Fact]
    public async Task Twelve_confirmed_launches_read_12_projects_with_jobs_and_tenge_not_stated_and_the_baseline_beside_them()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console, Id);
        await show.ConfirmAll();

        TotalsView[] everywhere =
        [
            (await show.Operator.Control(Id)).Totals,
            (await (await show.Coordinator("aksu")).Site(Id, "aksu")).Totals,
            (await console.Viewer().Public(Id)).Totals,
        ];
        Assert.All(everywhere, totals =>
        {
            Assert.Equal(12, totals.Planned);
            Assert.Equal(
                new Tally(12, new(null, Unit.Tenge, Qualifier.Exact, 0, 12), new(null, Unit.Jobs, Qualifier.Exact, 0, 12)), totals.Today);
            var baseline = totals.Baseline!;
            Assert.Equal(new Figure(127, Unit.Projects), baseline.Projects);
            Assert.Equal(new Figure(1_900_000_000_000, Unit.Tenge), baseline.Tenge);
            Assert.Equal(new Figure(10_000, Unit.Jobs, Qualifier.MoreThan), baseline.Jobs);
            Assert.Equal(
                new CombinedTotals(
                    new(139, Unit.Projects, Qualifier.Exact, 2, 0),
                    new(1_900_000_000_000, Unit.Tenge, Qualifier.MoreThan, 1, 12),
                    new(10_000, Unit.Jobs, Qualifier.MoreThan, 1, 12)),
                totals.Together);
        });
    }
}
