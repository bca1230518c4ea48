using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class Versions
{
    private const string Format1 = "\"format\": \"industrialmap.live/teleconference/1\"", Format2 = "\"format\": \"industrialmap.live/teleconference/2\"";

    /// <summary>The example without anything that came with version 2.</summary>
    internal static readonly string OfVersion1 = Without(Example.File, ["\"confirmationSeconds\": 120,", ", \"confirmationSeconds\": 45", "\"fixedStart\": \"10:05\", "])
        .Replace(Format2, Format1);

    [Fact]
    public void What_came_with_version_2_is_told_in_a_file_of_version_1_at_each_place_with_the_version_that_it_needs()
    {
        var result = Example.Read(Example.With(Format2, Format1));

        Assert.Equal(["confirmationSeconds", "launches[0].confirmationSeconds", "segments[1].fixedStart"], result.Errors.Select(error => error.Path));
        Assert.All(result.Errors, error =>
        {
            Assert.Equal(PlanErrorCode.FieldOfNewerFormat, error.Code);
            Assert.Contains("industrialmap.live/teleconference/2", error.Remedy);
        });
    }

    [Fact]
    public void What_came_with_version_2_is_not_offered_in_a_file_of_version_1()
    {
        var error = Assert.Single(Example.Read(OfVersion1.Replace("\"sourceStatus\"", "\"confirmationSecond\": 1, \"sourceStatus\"")).Errors);
        Assert.DoesNotContain("confirmationSeconds", error.Args["known"]);
        Assert.DoesNotContain("nearest", error.Args);
    }

    [Fact]
    public void A_plan_without_anything_of_version_2_is_the_same_in_either_and_is_written_as_version_1()
    {
        var plans = new[] { OfVersion1, OfVersion1.Replace(Format1, Format2) }.Select(file => Example.Read(file).Plan!).ToArray();
        var files = plans.Select(PlanWriter.Write).ToArray();
        Assert.Equal(files[0], files[1]);
        Assert.Contains(Format1, Encoding.UTF8.GetString(files[0]));
    }

    /// <summary>What to exchange in <see cref="OfVersion1"/> for one thing of version 2.</summary>
    public static readonly TheoryData<string, string> OneThingOfVersion2 = new()
    {
        { "\"title\": {", "\"confirmationSeconds\": 30, \"title\": {" },
        { "\"name\": \"Laboratory\"", "\"name\": \"Laboratory\", \"confirmationSeconds\": 30" },
        { "\"plannedSeconds\": 300", "\"plannedSeconds\": 300, \"fixedStart\": \"12:00:30\"" },
    };

    [Theory, MemberData(nameof(OneThingOfVersion2))]
    public void Any_one_thing_of_version_2_is_written_as_version_2(string was, string becomes)
    {
        var plan = Example.Read(OfVersion1.Replace(Format1, Format2).Replace(was, becomes)).Plan!;
        var file = Encoding.UTF8.GetString(PlanWriter.Write(plan));
        Assert.Contains(Format2, file);
        Assert.Contains(becomes.Contains("fixed") ? "\"fixedStart\": \"12:00:30\"" : "\"confirmationSeconds\": 30", file);
    }

    /// <summary>The writer does not write a version that lacks what it writes.</summary>
    [Fact]
    public void No_plan_is_written_as_a_version_that_an_older_program_would_refuse_though_it_could_hold_it() =>
        Prop.ForAll(Arb.From(RandomPlan.Any), plan =>
        {
            var file = Encoding.UTF8.GetString(PlanWriter.Write(plan));
            var fits = Example.Read(file.Replace(Format2, Format1)).Errors.IsEmpty;
            Assert.Equal(fits, file.Contains(Format1));
        }).QuickCheckThrowOnFailure();

    private static string Without(string file, string[] parts) => parts.Aggregate(file, (left, part) =>
    {
        Assert.Equal(2, left.Split(part).Length);
        return left.Replace(part, "");
    });
}
