namespace IndustrialMap.Live.Browser.Tests.People;

/// <summary>Today's totals on one screen.</summary>
public sealed class Totals(IPage page)
{
    public ILocator Projects => page.GetByTestId("total-projects");

    public ILocator Tenge => page.GetByTestId("total-tenge");

    public ILocator Jobs => page.GetByTestId("total-jobs");

    public async Task Are(string projects, string tenge, string jobs)
    {
        await Expect(Projects).ToHaveTextAsync(projects);
        await Expect(Tenge).ToHaveTextAsync(tenge);
        await Expect(Jobs).ToHaveTextAsync(jobs);
    }
}
