using static IndustrialMap.Live.PlanFiles.PlanErrorCode;

namespace IndustrialMap.Live.PlanFiles.Tests;

public sealed class EveryErrorCode
{
    /// <summary>Change one place of the example; one error comes of it, and no other.</summary>
    public static readonly TheoryData<PlanErrorCode, string, string, string> Cases = new()
    {
        // The file as a whole
        { Comment, "", "\"id\": \"example\"", "/* why */ \"id\": \"example\"" },
        { Comment, "studio", "\"studio\": {", "\"studio\": { // where it is, and when\n" },
        { TrailingComma, "sources", "\"A newspaper\"]", "\"A newspaper\", ]" },
        { TrailingComma, "facilities", "\"notNamedMost\": 13}", "\"notNamedMost\": 13, }" },
        { InvalidJson, "segments[1].plannedSeconds", "\"plannedSeconds\": 200", "\"plannedSeconds\": 0200" },
        { InvalidJson, "id", "\"id\": \"example\"", "\"id\": 'example'" },
        { InvalidJson, "title.en", "\"Example\"", "\"Exa\tmple\"" },

        // Fields and types
        { UnknownField, "launches[0].tenges", "\"tenge\": {\"value\": 145000000000}", "\"tenges\": 1" },
        { UnknownField, "baseline.tenge.unit", "\"value\": 1900,", "\"value\": 1900, \"unit\": \"tenge\"," },
        { UnknownField, "owner", "\"id\": \"example\"", "\"id\": \"example\", \"owner\": {\"a\": [1, 2]}" },
        { DuplicateField, "launches[0].name", "\"Dairy plant\"", "\"Dairy plant\", \"name\": \"Milk plant\"" },
        { DuplicateField, "id", "\"id\": \"example\"", "\"id\": \"example\", \"\\u0069d\": \"example\"" },
        { MissingField, "launches[1].site", "\"site\": \"west\", ", "" },
        { MissingField, "baseline.label", "\"label\": \"Before\", ", "" },
        { MissingField, "format", "\"format\": \"industrialmap.live/teleconference/2\",", "" },
        { MissingField, "launches[0].jobs.value", "{\"value\": 381, \"qualifier\": \"exact\"}", "{}" },
        { WrongType, "launches[0].tenge.value", "145000000000", "\"145000000000\"" },
        { WrongType, "segments[1].fixedStart", "\"10:05\"", "1005" },
        { WrongType, "illustrativeOrder", "true", "\"yes\"" },
        { WrongType, "studio.timeZone", "\"timeZone\": \"Asia/Almaty\"", "\"timeZone\": null" },
        { WrongType, "reported", "[{\"id\": \"mine\", \"name\": \"Mine\", \"company\": \"Ore\", \"region\": \"KUS\", \"regionBasis\": \"stated\", \"place\": \"Kachar\", \"sector\": \"food\", \"sectorBasis\": \"public_fact\"}]", "{}" },
        { WrongType, "launches[1].jobs", "\"jobs\": 45", "\"jobs\": \"45\"" },
        { WrongType, "baseline.label", "\"Before\"", "[\"Before\"]" },
        { WrongType, "sources[0]", "\"A newspaper\"", "{\"name\": \"A newspaper\"}" },

        // Texts
        { NoLanguage, "launches[1].name", "{\"ru\": \"Дорога\"}", "{}" },
        { NoLanguage, "launches[1].name", "{\"ru\": \"Дорога\"}", "{\"ru\": null}" },
        { TextEmpty, "title.ru", "\"Пример\"", "\"\"" },
        { TextEmpty, "launches[0].company", "\"Milk\"", "\" \\u00a0 \"" },
        { TextTooLong, "title.kk", "\"Мысал\"", $"\"{new string('ы', 301)}\"" },
        { TextTooLong, "sources[0]", "\"A newspaper\"", $"\"{new string('a', 1001)}\"" },
        { DisallowedCharacter, "launches[0].name", "Dairy plant", "Dairy\\u0007 plant" },
        { DisallowedCharacter, "launches[0].name", "Dairy plant", "Dairy \u202eplant" },
        { DisallowedCharacter, "launches[0].name", "Dairy plant", "Dairy\u200bplant" },
        { DisallowedCharacter, "launches[0].name", "Dairy plant", "Dairy \udb40\udc41plant" },
        { LoneSurrogate, "launches[0].name", "Dairy plant", "Dairy \\ud83d plant" },

        // Words and times
        { WrongFormat, "format", "teleconference/2", "teleconference/3" },
        { BadId, "id", "\"id\": \"example\"", "\"id\": \"My example\"" },
        { BadId, "segments[0].id", "\"id\": \"opening\"", "\"id\": \"-opening\"" },
        { BadId, "sectors[1].key", "\"key\": \"food\", \"name\": \"Food\"}", "\"key\": \"food\", \"name\": \"Food\"}, {\"key\": \"\", \"name\": \"None\"}" },
        { UnknownValue, "regionSet", "\"regionSet\": \"2018\"", "\"regionSet\": \"2022\"" },
        { UnknownValue, "segments[1].kind", "\"kind\": \"launch\", \"plannedSeconds\": 200", "\"kind\": \"Launch\", \"plannedSeconds\": 200" },
        { UnknownValue, "baseline.tenge.qualifier", "\"about\"", "\"around\"" },
        { UnknownValue, "sites[0].regionBasis", "\"regionBasis\": \"place\"", "\"regionBasis\": \"none\"" },
        { UnknownValue, "launches[0].sourceStatus", "\"planned\"", "\"opened\"" },
        { BadDate, "date", "\"date\": \"2021-09-28\"", "\"date\": \"2021-09-31\"" },
        { BadDate, "date", "\"date\": \"2021-09-28\"", "\"date\": \"28.09.2021\"" },
        { BadTime, "plannedStart", "10:00:00+06:00", "10:00:00" },
        { BadTime, "plannedStart", "10:00:00+06:00", "10:00:00+15:00" },
        { BadTime, "plannedStart", "2021-09-28T10:00:00+06:00", "9999-12-31T23:59:59Z" },
        { BadTimeOfDay, "segments[1].fixedStart", "10:05", "24:00" },
        { BadTimeOfDay, "segments[1].fixedStart", "10:05", "9:05" },
        { BadTimeOfDay, "segments[1].fixedStart", "10:05", "10:05:60" },
        { BadTimeOfDay, "segments[1].fixedStart", "10:05", "10:05:00+06:00" },
        { BadTimeZone, "studio.timeZone", "\"Asia/Almaty\"", "\"Asia/Almata\"" },
        { BadTimeZone, "sites[1].timeZone", "Asia/Aqtau", "UTC+05" },

        // Numbers
        { NegativeNumber, "launches[0].tenge.value", "145000000000", "-145000000000" },
        { NegativeNumber, "segments[0].plannedSeconds", "300", "-1" },
        { Fraction, "launches[0].tenge.value", "145000000000", "145.5" },
        { Fraction, "launches[0].jobs.value", "381", "1.0" },
        { Exponent, "launches[0].jobs.value", "381", "1e3" },
        { Exponent, "launches[0].jobs.value", "381", "1.5E+3" },
        { BeyondSixtyFourBits, "launches[0].tenge.value", "145000000000", "9223372036854775808" },
        { BeyondExact, "launches[0].tenge.value", "145000000000", "9007199254740992" },
        { OutOfRange, "segments[0].plannedSeconds", "300", "0" },
        { OutOfRange, "segments[2].plannedSeconds", "86400", "86401" },
        { OutOfRange, "confirmationSeconds", "120", "0" },
        { OutOfRange, "launches[0].confirmationSeconds", "\"confirmationSeconds\": 45", "\"confirmationSeconds\": 86401" },
        { OutOfRange, "facilities.count", "\"count\": 25", "\"count\": 1000001" },
        { SumBeyondExact, "launches", "\"tenge\": null", "\"tenge\": 9007199254740991" },
        { SumBeyondExact, "launches", "127", "9007199254740990" },
        { SumBeyondExact, "launches", "145000000000", "9007199254739992" },
        { SumBeyondExact, "launches", "381", "9007199254730947" },
        { NotNamedRange, "facilities", "\"notNamedLeast\": 8", "\"notNamedLeast\": 14" },
        { NotNamedRange, "facilities", "\"notNamedMost\": 13", "\"notNamedMost\": 26" },

        // Lists and references
        { TooMany, "sources", "\"A newspaper\"", string.Join(",", Enumerable.Repeat("\"a\"", 101)) },
        { DuplicateId, "sectors[2].key", "\"name\": \"Roads\"}", "\"name\": \"Roads\"}, {\"key\": \"food\", \"name\": \"Meals\"}" },
        { DuplicateId, "segments[2].id", "\"id\": \"two\"", "\"id\": \"opening\"" },
        { UnknownSite, "launches[1].site", "\"site\": \"west\"", "\"site\": \"wets\"" },
        { UnknownSite, "segments[1].site", "\"fixedStart\": \"10:05\", \"site\": \"north\"", "\"fixedStart\": \"10:05\", \"site\": \"south\"" },
        { UnknownLaunch, "segments[1].launches[0]", "[\"dairy\"]", "[\"diary\"]" },
        { UnknownRegion, "launches[1].region", "\"ATY\"", "\"Atyrau\"" },
        { UnknownRegion, "sites[1].region", "\"MAN\"", "\"ULY\"" },
        { UnknownSector, "launches[1].sector", "\"sector\": \"roads\"", "\"sector\": \"road\"" },
        { LaunchPlacedTwice, "segments[2].launches[2]", "[\"road\", \"lab\"]", "[\"road\", \"lab\", \"dairy\"]" },
        { LaunchOfAnotherSite, "segments[1].launches[0]", "\"fixedStart\": \"10:05\", \"site\": \"north\"", "\"fixedStart\": \"10:05\", \"site\": \"west\"" },
        { LaunchSegmentEmpty, "segments[1].launches", "[\"dairy\"]", "[]" },
        { LaunchSegmentEmpty, "segments[0].launches", "\"speech\"", "\"launch\"" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Is_told_alone_at_its_exact_place(PlanErrorCode code, string where, string was, string becomes)
    {
        var result = Example.Read(Example.With(was, becomes));

        Assert.Null(result.Plan);
        var error = Assert.Single(result.Errors);
        Assert.Equal((code, where), (error.Code, error.Path));
        Assert.NotEqual("", error.Message);
        Assert.NotEqual("", error.Remedy);
    }

    /// <summary>Codes whose cases need more than one changed place; they stand in WholeFiles, Streams, AllAtOnce and Versions.</summary>
    private static readonly PlanErrorCode[] TestedElsewhere =
        [EmptyFile, FileTooLarge, OtherEncoding, InvalidUtf8, UnexpectedEnd, TooDeep, TooManyValues, TooFew, FieldOfNewerFormat];

    [Fact]
    public void Has_a_case_here_or_in_a_test_of_its_own() =>
        Assert.Equal(Enum.GetValues<PlanErrorCode>(), Cases.Select(row => (PlanErrorCode)row[0]).Concat(TestedElsewhere).Distinct().Order());
}
