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

    /// <summary>What stood before today.</summary>
    public Task AreBeside(params string[] figures) => Expect(Part("baseline")).ToHaveTextAsync(figures);

    /// <summary>The baseline and today added up, said to be so.</summary>
    public Task AreTogether(params string[] figures) => Expect(Part("together")).ToHaveTextAsync(figures);

    private ILocator Part(string part) => page.Locator($"[data-totals={part}] dd");
}
