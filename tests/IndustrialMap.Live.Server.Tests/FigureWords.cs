namespace IndustrialMap.Live.Server.Tests;

/// <summary>The first paint and the screens write figures and days alike.</summary>
public class FigureWords
{
    /// <summary>A case that the screens are held to as well.</summary>
    /// <param name="Mode">"total" is a sum that runs while people look.</param>
    public sealed record Case(long Value, Unit Unit, Qualifier Qualifier, string Mode, string En, string Ru, string Kk);

    public static TheoryData<Case> Cases => new(Wire.Read<List<Case>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "figures.cases.json"))));

    [Theory, MemberData(nameof(Cases))]
    public void A_figure_reads_as_on_the_screens(Case of)
    {
        var figure = new Figure(of.Value, of.Unit, of.Qualifier);
        string Said(string language) => FigureFormatter.Of(figure, language, of.Mode == "total").Text;

        Assert.Equal((of.En, of.Ru, of.Kk), (Said("en"), Said("ru"), Said("kk")));
    }

    [Theory]
    [InlineData("en", "6 December 2017")]
    [InlineData("ru", "6 декабря 2017 года")]
    [InlineData("kk", "2017 жылғы 6 желтоқсан")]
    public void A_day_reads_as_on_the_screens(string language, string written) =>
        Assert.Equal(written, DateFormatter.Of(new DateOnly(2017, 12, 6), language));
}
