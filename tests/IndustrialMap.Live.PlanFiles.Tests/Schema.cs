using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IndustrialMap.Live.Domain;
using Json.Schema;
using static IndustrialMap.Live.PlanFiles.PlanErrorCode;

namespace IndustrialMap.Live.PlanFiles.Tests;

/// <summary>The published JSON Schema and the reader say the same of a file, as far as a schema can say anything.</summary>
public sealed class Schema
{
    private static readonly JsonSchema Published = JsonSchema.FromText(Encoding.UTF8.GetString(PlanSchema.Read()));
    // Editors check formats, though a validator need not.
    private static readonly EvaluationOptions WithFormats = new() { RequireFormatValidation = true };

    /// <summary>What stops every reader of JSON before there is anything to hold against a schema.</summary>
    private static readonly PlanErrorCode[] NotJson = [Comment, TrailingComma, InvalidJson, LoneSurrogate];

    /// <summary>What lies across fields, or hangs on lists that the schema does not have: only the reader can refuse it.</summary>
    private static readonly PlanErrorCode[] ReaderAlone =
    [
        DuplicateField, DuplicateId, UnknownSite, UnknownLaunch, UnknownSector, BadTimeZone, SumBeyondExact, NotNamedRange,
        LaunchPlacedTwice, LaunchOfAnotherSite,
    ];

    /// <summary>To a schema 1.0 is a whole number; the reader judges a number as it is written.</summary>
    private static readonly string[] WholeToASchema = ["1.0", "1e3", "1.5E+3"];

    /// <summary>Invisible characters beyond the first 65,536: dialects of regular expressions disagree on how to name them.</summary>
    private static bool IsInvisibleAndRare(string text) => text.EnumerateRunes().Any(rune => rune.Value is >= 0xE0000 and <= 0xE0FFF);

    /// <returns>Null where it is no JSON.</returns>
    private static bool? Takes(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            return Published.Evaluate(json.RootElement, WithFormats).IsValid;
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [Fact]
    public void It_takes_every_teleconference_that_comes_with_the_program() => Assert.All(BuiltInPlans.Files, name =>
    {
        using var file = new StreamReader(Resources.Open(name));
        Assert.True(Takes(file.ReadToEnd()));
    });

    [Fact]
    public void It_takes_the_example_and_the_smallest_file_of_the_documentation() =>
        Assert.All(new[] { Example.File, Documentation.SmallestFile }, file => Assert.True(Takes(file)));

    [Fact]
    public void It_takes_any_valid_plan_as_it_is_written() =>
        Prop.ForAll(Arb.From(RandomPlan.Any), plan => Assert.True(Takes(Encoding.UTF8.GetString(PlanWriter.Write(plan))))).QuickCheckThrowOnFailure();

    [Theory, MemberData(nameof(EveryErrorCode.Cases), MemberType = typeof(EveryErrorCode))]
    public void It_refuses_what_the_reader_refuses_but_for_what_only_a_reader_can_know(PlanErrorCode code, string where, string was, string becomes)
    {
        bool? expected = NotJson.Contains(code) ? null : ReaderAlone.Contains(code) || WholeToASchema.Contains(becomes) || IsInvisibleAndRare(becomes);
        Assert.True(Takes(Example.With(was, becomes)) == expected, where);
    }

    [Fact]
    public void It_refuses_in_a_file_of_version_1_what_came_with_version_2()
    {
        var version1 = Versions.OfVersion1;
        Assert.True(Takes(version1));
        Assert.All(Versions.OneThingOfVersion2, one =>
        {
            var (was, becomes) = ((string)one[0], (string)one[1]);
            Assert.False(Takes(version1.Replace(was, becomes)));
            Assert.True(Takes(version1.Replace(was, becomes).Replace("teleconference/1", "teleconference/2")));
        });
    }

    /// <summary>One value of a plan exchanged, or one field taken out or put in: whatever the reader still takes, the schema takes.</summary>
    [Fact]
    public void It_refuses_nothing_that_the_reader_takes()
    {
        var taken = 0;
        Prop.ForAll(Arb.From(Changed), file =>
        {
            if (!Example.Read(file).Errors.IsEmpty) return;
            taken++;
            Assert.True(Takes(file), file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4000));
        Assert.True(taken > 400, $"{taken}");
    }

    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1", "1.5", "90", "86400", "86401", "1000000", "9007199254740991", "9007199254740992", "{}", "[]", "\"\"", "\" \"", "\"\\ufeff\"",
        "\"\\u200b\"", "\"a\"", "\"A name\"", "\"two\\nlines\"", "\"2016\"", "\"SHY\"", "\"KAR\"", "\"about\"", "\"place\"", "\"pause\"", "\"west\"", "\"roads\"", "\"00:00\"",
        "\"23:59:59\"", "\"2021-02-29\"", "\"2024-02-29\"", "\"2021-09-28T23:59:60Z\"", "\"2021-09-28T24:00:00Z\"", "\"1900-01-01T00:00:00.1234567-14:00\"",
        "\"UTC\"", "\"Etc/GMT+5\"", "{\"kk\":\"Атау\"}", "{\"en\":null,\"ru\":\"Имя\"}", "{\"value\":7}", "{\"value\":7,\"qualifier\":null}", "[\"lab\"]",
    ];

    private static readonly string[] Fields =
        ["id", "name", "title", "region", "regionBasis", "place", "sector", "tenge", "timeZone", "fixedStart", "confirmationSeconds", "date", "facilities", "mood"];

    private static Gen<string> Changed =>
        from file in Gen.Elements(Example.File, Versions.OfVersion1)
        from at in Gen.Choose(0, int.MaxValue)
        from how in Gen.Choose(0, 5)
        from value in Gen.Elements(Values)
        from name in Gen.Elements(Fields)
        select Change(JsonNode.Parse(file)!, at, how, value, name);

    private static string Change(JsonNode root, int at, int how, string value, string field)
    {
        var objects = All(root).OfType<JsonObject>().ToArray();
        var one = objects[at % objects.Length];
        var name = one.Select(pair => pair.Key).ElementAt(at % one.Count);
        if (how == 0) one.Remove(name);
        else one[how == 1 ? field : name] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    [Fact]
    public void Its_words_and_limits_are_those_of_the_reader()
    {
        var schema = JsonNode.Parse(PlanSchema.Read())!;
        var (fields, kinds) = (schema["properties"]!, schema["$defs"]!);

        Assert.Equal(PlanFormat.Names, Words(fields["format"]));
        Assert.Equal(RegionSets.Ids, Words(fields["regionSet"]));
        Assert.Equal(RegionSets.Ids.SelectMany(id => RegionSets.Get(id).Regions).Select(region => region.Key).Distinct().Order(), Words(kinds["region"]).Order());
        Assert.Equal(EnumNames<Basis>.All, Words(kinds["basis"]));
        Assert.Equal(EnumNames<SegmentKind>.All, Words(kinds["segment"]!["properties"]!["kind"]));
        Assert.Equal(EnumNames<SourceStatus>.All, Words(kinds["launch"]!["properties"]!["sourceStatus"]));
        Assert.Equal(EnumNames<Qualifier>.All, Words(kinds["figure"]!["anyOf"]![2]!["properties"]!["qualifier"]));
        Assert.Equal(
            [PlanLimits.MaxSectors, PlanLimits.MaxSites, PlanLimits.MaxLaunches, PlanLimits.MaxLaunches, PlanLimits.MaxSegments, PlanLimits.MaxSources],
            new[] { "sectors", "sites", "launches", "reported", "segments", "sources" }.Select(list => (int)fields[list]!["maxItems"]!));
        Assert.Equal(PlanLimits.MaxLaunches, (int)kinds["segment"]!["properties"]!["launches"]!["maxItems"]!);
        Assert.Equal((PlanLimits.MaxTextLength, PlanLimits.MaxSourceLength), ((int)kinds["name"]!["maxLength"]!, (int)fields["sources"]!["items"]!["maxLength"]!));
        Assert.Equal(
            (PlanLimits.MaxFigure, PlanLimits.MaxFacilities),
            ((long)kinds["amount"]!["maximum"]!, (int)kinds["countOfFacilities"]!["maximum"]!));
        Assert.All(new[] { PlanLimits.MaxSegmentSeconds, PlanLimits.MaxConfirmationSeconds }, most => Assert.Equal(most, (int)kinds["seconds"]!["maximum"]!));

        // Null stands among the words of a field that may be left out.
        static IEnumerable<string> Words(JsonNode? kind) => kind!["enum"]!.AsArray().OfType<JsonNode>().Select(word => (string)word!);
    }
}
