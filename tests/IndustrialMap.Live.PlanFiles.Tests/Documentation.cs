using System.Globalization;

namespace IndustrialMap.Live.PlanFiles.Tests;

/// <summary>ops/plan-format.md is all that authors of files have: it must be right.</summary>
public sealed class Documentation
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "plan-format.md"));

    internal static string SmallestFile =>
        string.Join('\n', Lines.SkipWhile(line => line != "```json").Skip(1).TakeWhile(line => line != "```"));

    [Fact]
    public void The_smallest_file_in_it_reads_without_an_error() => Assert.Empty(Example.Read(SmallestFile).Errors);

    [Fact]
    public void It_has_every_code_with_its_args()
    {
        foreach (var code in Enum.GetValues<PlanErrorCode>())
            Assert.Single(Lines, line => line.StartsWith($"| `{EnumNames<PlanErrorCode>.Of(code)}` |"));

        foreach (var row in EveryErrorCode.Cases)
        {
            var error = Example.Read(Example.With((string)row[2], (string)row[3])).Errors.Single();
            var line = Lines.Single(line => line.StartsWith($"| `{EnumNames<PlanErrorCode>.Of(error.Code)}` |"));
            Assert.All(error.Args.Keys, arg => Assert.Contains($"`{arg}`", line));
        }
    }

    [Fact]
    public void It_has_every_field_that_is_known_where_an_unknown_one_stands()
    {
        string[] places = ["\"id\": \"example\"", "\"place\": \"Studio\"", "\"label\": \"Before\"", "\"count\": 25", "\"name\": \"Food\"", "\"id\": \"north\"", "\"id\": \"road\"", "\"id\": \"mine\"", "\"id\": \"one\"", "\"ru\": \"Дорога\"", "\"value\": 381"];
        foreach (var place in places)
        {
            var error = Assert.Single(Example.Read(Example.With(place, $"{place}, \"x\": 0")).Errors);
            foreach (var field in error.Args["known"].Split(", ")) Assert.Contains(Lines, line => line.Contains($"`{field}`"));
        }
    }

    [Fact]
    public void Its_limits_are_those_of_the_reader()
    {
        int[] limits = [PlanLimits.MaxFileBytes, PlanLimits.MaxValues, PlanLimits.MaxFacilities];
        Assert.All(limits, limit => Assert.Contains(Lines, line => line.Contains(limit.ToString("N0", CultureInfo.InvariantCulture))));
        foreach (var key in RegionSets.Get("2018").Regions) Assert.Contains(Lines, line => line.Contains($"| `{key.Key}` |"));
    }
}
