using System.Text;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class WholeFiles
{
    [Fact]
    public void The_example_reads_without_an_error() => Assert.Empty(Example.Read(Example.File).Errors);

    [Theory, InlineData(""), InlineData("  \r\n\t"), InlineData("\uFEFF")]
    public void A_file_of_nothing_is_empty(string file) => Only(PlanErrorCode.EmptyFile, "", Example.Read(file));

    [Fact]
    public void A_byte_order_mark_of_UTF8_is_taken_as_such() => Assert.NotNull(Example.Read("\uFEFF" + Example.File).Plan);

    [Fact]
    public void UTF16_and_UTF32_are_told_by_name_with_and_without_a_byte_order_mark()
    {
        Encoding little = Encoding.Unicode, big = Encoding.BigEndianUnicode, wide = Encoding.UTF32;
        Assert.Equal("UTF-16 (little endian)", Named([.. little.Preamble, .. little.GetBytes(Example.File)]));
        Assert.Equal("UTF-16 (big endian)", Named([.. big.Preamble, .. big.GetBytes(Example.File)]));
        Assert.Equal("UTF-16 (little endian)", Named(little.GetBytes(Example.File)));
        Assert.Equal("UTF-16 (big endian)", Named(big.GetBytes(Example.File)));
        Assert.Equal("UTF-32", Named([.. wide.Preamble, .. wide.GetBytes(Example.File)]));

        static string Named(byte[] file) => Only(PlanErrorCode.OtherEncoding, "", PlanReader.Read(file)).Args["encoding"];
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told_with_their_place_and_the_rest_is_checked_all_the_same()
    {
        var file = Encoding.UTF8.GetBytes("\uFEFF" + Example.With("\"Dairy plant\"", "\"~~iry plant\"").Replace("\"plannedSeconds\": 300", "\"plannedSeconds\": 0"));
        var at = Array.IndexOf(file, (byte)'~');
        (file[at], file[at + 1]) = (0xC4, 0xE0);

        var errors = PlanReader.Read(file).Errors;

        Assert.Equal([PlanErrorCode.InvalidUtf8, PlanErrorCode.OutOfRange], errors.Select(error => error.Code));
        Assert.Equal(($"{at}", "2"), (errors[0].Args["byte"], errors[0].Args["count"]));
        Assert.Equal(Example.PlaceOf(Example.File, "Dairy"), (errors[0].Line, errors[0].Column));
    }

    [Theory, InlineData("[1, 2]", "list"), InlineData("\"text\"", "string"), InlineData("7", "number"), InlineData("null", "null")]
    public void A_file_that_is_not_an_object_is_told_what_it_is(string file, string found) =>
        Assert.Equal(found, Only(PlanErrorCode.WrongType, "", Example.Read(file)).Args["found"]);

    [Fact]
    public void A_file_that_ends_in_the_middle_is_told_so_with_what_was_wrong_before_and_nothing_is_called_missing()
    {
        var broken = Example.With("\"regionSet\": \"2018\"", "\"regionSet\": \"1999\"");
        var result = Example.Read(broken[..broken.IndexOf("\"Laboratory\"", StringComparison.Ordinal)]);
        Assert.Equal(
            [(PlanErrorCode.UnknownValue, "regionSet"), (PlanErrorCode.UnexpectedEnd, "launches[2].name")],
            result.Errors.Select(error => (error.Code, error.Path)));
    }

    [Fact]
    public void A_syntax_error_is_told_at_its_line_and_column_also_behind_letters_of_several_bytes()
    {
        var file = Example.With("{\"ru\": \"Дорога\"}", "{\"ru\": \"Дорога\" # }");
        var error = Only(PlanErrorCode.InvalidJson, "launches[1].name", Example.Read(file));
        Assert.Equal(Example.PlaceOf(file, "#"), (error.Line, error.Column));
        Assert.Equal("#", error.Args["found"]);
    }

    [Fact]
    public void What_stands_behind_the_end_is_a_syntax_error() =>
        Only(PlanErrorCode.InvalidJson, "", Example.Read(Example.File + "{}"));

    [Fact]
    public void Nesting_of_any_depth_is_answered()
    {
        Only(PlanErrorCode.TooDeep, "[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]", PlanReader.Read(Deep()), PlanErrorCode.WrongType);
        Assert.Contains(Example.Read(new string('[', 1_000_000)).Errors, error => error.Code == PlanErrorCode.UnexpectedEnd);

        static byte[] Deep() => Encoding.ASCII.GetBytes(new string('[', 100_000) + new string(']', 100_000));
    }

    [Fact]
    public void More_values_than_any_teleconference_has_are_not_read_on()
    {
        var result = Example.Read($"{{\"sources\": [{string.Join(",", Enumerable.Repeat("1", PlanLimits.MaxValues + 10))}]}}");
        Assert.True(result.More > 0);
        Assert.Equal(PlanLimits.MaxErrors, result.Errors.Length);

        var quiet = Example.Read(Example.With("\"id\": \"example\"", $"\"id\": \"example\", \"x\": [{string.Join(",", Enumerable.Repeat("1", PlanLimits.MaxValues))}]"));
        Assert.Equal([PlanErrorCode.UnknownField, PlanErrorCode.TooManyValues], quiet.Errors.Select(error => error.Code));
    }

    [Fact]
    public void The_first_thousand_errors_are_listed_in_their_order_and_the_others_counted()
    {
        var launches = string.Join(",\n", Enumerable.Range(0, 1500).Select(i => $$"""{"id": "x{{i}}", "name": "", "site": "north"}"""));
        var result = Example.Read(Example.With("\"launches\": [\n", $"\"launches\": [\n{launches},\n"));

        Assert.Equal((1000, 500), (result.Errors.Length, result.More));
        Assert.Equal("launches[0].name", result.Errors[0].Path);
        Assert.Equal("launches[999].name", result.Errors[^1].Path);
    }

    internal static PlanError Only(PlanErrorCode code, string where, PlanReadResult result, params PlanErrorCode[] besides)
    {
        Assert.Null(result.Plan);
        var error = Assert.Single(result.Errors, error => !besides.Contains(error.Code));
        Assert.Equal((code, where), (error.Code, error.Path));
        return error;
    }
}
