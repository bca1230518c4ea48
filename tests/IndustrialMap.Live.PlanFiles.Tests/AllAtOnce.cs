namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class AllAtOnce
{
    [Fact]
    public void Errors_of_every_kind_come_together_in_the_order_of_the_file()
    {
        var file = Example.File
            .Replace("\"id\": \"example\"", "\"id\": \"Example\", // mine")
            .Replace("\"Asia/Almaty\"", "\"Almaty\"")
            .Replace("\"value\": 1900,", "\"value\": 1900.5,")
            .Replace("\"site\": \"west\"", "\"site\": \"south\"")
            .Replace("\"plannedSeconds\": 86400,", "\"launches\": [\"road\"],")
            .Replace("[\"A newspaper\"]", "[\"A newspaper\",]");

        var errors = Example.Read(file).Errors;

        Assert.Equal(
            [
                (PlanErrorCode.BadId, "id"),
                (PlanErrorCode.Comment, ""),
                (PlanErrorCode.BadTimeZone, "studio.timeZone"),
                (PlanErrorCode.Fraction, "baseline.tenge.value"),
                (PlanErrorCode.UnknownSite, "launches[1].site"),
                (PlanErrorCode.MissingField, "segments[2].plannedSeconds"),
                (PlanErrorCode.DuplicateField, "segments[2].launches"),
                (PlanErrorCode.TrailingComma, "sources"),
            ],
            errors.Select(error => (error.Code, error.Path)));
    }

    [Fact]
    public void A_doubled_field_is_told_at_its_second_place()
    {
        var file = Example.With("\"Dairy plant\"", "\"Dairy plant\",\n\"name\" : \"Milk plant\"");
        var error = Assert.Single(Example.Read(file).Errors);
        Assert.Equal(Example.PlaceOf(file, "\"name\" :"), (error.Line, error.Column));
    }

    [Fact]
    public void A_missing_field_is_told_at_the_brace_of_its_object()
    {
        var file = Example.With("\"label\": \"Before\", ", "");
        var error = Assert.Single(Example.Read(file).Errors);
        Assert.Equal(Example.PlaceOf(file, "{\"projects\""), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("\"company\": \"Milk\"", "\"companny\": \"Milk\"", "company")]
    [InlineData("\"site\": \"west\"", "\"site\": \"wset\"", "west")]
    [InlineData("\"sector\": \"roads\"", "\"sector\": \"road\"", "roads")]
    [InlineData("[\"dairy\"]", "[\"diary\"]", "dairy")]
    [InlineData("\"ATY\"", "\"aty\"", "ATY")]
    [InlineData("\"about\"", "\"abuot\"", "about")]
    [InlineData("\"Asia/Aqtau\"", "\"asia/aktau\"", "Asia/Aqtau")]
    public void A_slip_is_answered_with_the_word_that_was_meant(string was, string becomes, string meant)
    {
        var error = Assert.Single(Example.Read(Example.With(was, becomes)).Errors);
        Assert.Equal(meant, error.Args["nearest"]);
        Assert.StartsWith($"Did you mean \"{meant}\"?", error.Remedy);
    }

    [Fact]
    public void A_word_that_is_near_to_nothing_gets_no_guess() =>
        Assert.DoesNotContain("nearest", Assert.Single(Example.Read(Example.With("\"site\": \"west\"", "\"site\": \"shymkent\"")).Errors).Args);

    [Fact]
    public void An_empty_object_lacks_exactly_what_the_format_requires() => Assert.Equal(
        ["format", "regionSet", "studio", "sites", "launches", "id", "title", "segments"],
        Example.Read("{}").Errors.Select(error => error.Path));

    [Fact]
    public void A_list_of_sites_that_is_missing_does_not_make_every_reference_to_it_wrong()
    {
        var start = Example.File.IndexOf("\"sites\"", StringComparison.Ordinal);
        var end = Example.File.IndexOf("\"launches\"", StringComparison.Ordinal);
        var error = Assert.Single(Example.Read(Example.File.Remove(start, end - start)).Errors);
        Assert.Equal((PlanErrorCode.MissingField, "sites"), (error.Code, error.Path));
    }

    [Fact]
    public void A_list_that_needs_an_entry_may_not_be_empty()
    {
        var start = Example.File.IndexOf("\"segments\"", StringComparison.Ordinal);
        var end = Example.File.IndexOf("\"sources\"", StringComparison.Ordinal);
        var file = Example.File.Remove(start, end - start).Insert(start, "\"segments\": [], ");
        WholeFiles.Only(PlanErrorCode.TooFew, "segments", Example.Read(file));
    }

    [Fact]
    public void What_an_error_quotes_is_short_and_can_be_shown()
    {
        var error = Assert.Single(Example.Read(Example.With("\"id\": \"example\"", $"\"id\": \"\\u0007{new string('A', 5000)}\"")).Errors);
        Assert.Equal("\uFFFD" + new string('A', 79) + "…", error.Args["found"]);
    }
}
