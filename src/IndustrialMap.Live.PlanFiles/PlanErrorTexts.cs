using static IndustrialMap.Live.PlanFiles.PlanErrorCode;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>The English words of each error: what is wrong, and what to do.</summary>
internal static class PlanErrorTexts
{
    public static (string What, string Do) Of(PlanErrorCode code, IReadOnlyDictionary<string, string> args) => code switch
    {
        EmptyFile => ("The file is empty.", "Choose the file of a teleconference."),
        FileTooLarge => ($"The file is larger than {args["limit"]} bytes.", "Leave out what a teleconference does not need; pictures and videos have no place in it."),
        OtherEncoding => ($"The file is written in {args["encoding"]}.", "Save it as UTF-8."),
        InvalidUtf8 => ($"The file is not UTF-8: byte {args["byte"]} (counted from 0) is the first of {args["count"]} that are not.", "Save the file as UTF-8; letters that show as ? or a box were saved in another encoding."),
        InvalidJson => ($"This is not JSON: {args["found"]} cannot stand here.", "Look for a missing comma, colon, quote or bracket just before this place. What follows it was not read."),
        UnexpectedEnd => ("The file ends in the middle.", "Close what is still open: a quote, a bracket or a brace. Perhaps the file was not copied whole."),
        Comment => ("JSON has no comments.", "Take the comment out."),
        TrailingComma => ("A comma stands before a closing bracket or brace.", "Take the comma out."),
        TooDeep => ($"Objects and lists are nested deeper than {args["limit"]}.", "Take this part out; the format never needs more than four."),
        TooManyValues => ($"The file holds more than {args["limit"]} values.", "Split the teleconference, or take out what does not belong to it. What follows was not read."),

        UnknownField => ($"There is no field \"{args["field"]}\" here.", WithSuggestion(args, $"Take it out; the fields here are: {args["known"]}.")),
        FieldOfNewerFormat => ($"The field \"{args["field"]}\" is not in this file's version of the format.", $"Write \"{args["format"]}\" as the file's format, or take the field out."),
        DuplicateField => ($"The field \"{args["field"]}\" stands here a second time.", "Keep one of the two."),
        MissingField => ($"The field \"{args["field"]}\" is missing.", "Add it."),
        WrongType => ($"Here stands {Kind(args["found"])}, not {Kind(args["expected"])}.", Write(args["expected"])),

        NoLanguage => ("The text has no language.", "Give at least one of en, ru, kk."),
        TextEmpty => ("The text is empty.", "Write at least one visible character, or leave the language or the field out."),
        TextTooLong => ($"The text has {args["length"]} characters.", $"Shorten it to {args["limit"]}."),
        DisallowedCharacter => ($"The text holds {args["character"]}, which cannot be shown.", "Take it out; a text is one line without control characters or marks that turn its direction."),
        LoneSurrogate => ("The text holds half of a character (a lone surrogate).", "Write the character itself, or both halves of its \\u escape."),

        WrongFormat => ($"The format is \"{args["found"]}\".", $"This program reads: {args["expected"]}."),
        BadId => ($"\"{args["found"]}\" is not an id.", "Use 1 to 64 lower-case Latin letters, digits and hyphens, not a hyphen first."),
        UnknownValue => ($"\"{args["found"]}\" is not a value of this field.", WithSuggestion(args, $"Write one of: {args["allowed"]}.")),
        BadDate => ($"\"{args["found"]}\" is not a date.", "Write a day of the years 1900 to 2199 as 2021-09-28."),
        BadTime => ($"\"{args["found"]}\" is not a time with its offset.", "Write a time of the years 1900 to 2199 as 2021-09-28T10:00:00+06:00."),
        BadTimeOfDay => ($"\"{args["found"]}\" is not a time of day.", "Write 00:00 to 23:59 in the studio's time zone, as 12:00 or 12:00:30."),
        BadTimeZone => ($"\"{args["found"]}\" is not a time zone.", WithSuggestion(args, "Write an IANA name, as Asia/Almaty.")),

        NegativeNumber => ($"{args["found"]} is negative.", "Write a whole number from 0; null where the source states nothing."),
        Fraction => ($"{args["found"]} has a fraction.", "Write a whole number without a point: money in whole tenge, not in thousands or millions."),
        Exponent => ($"{args["found"]} has an exponent.", "Write the number in full, as 145000000000."),
        BeyondSixtyFourBits => ($"{args["found"]} does not fit in 64 bits.", $"Write at most {args["most"]}."),
        BeyondExact => ($"{args["found"]} is more than JSON readers keep exact.", $"Write at most {args["most"]}."),
        OutOfRange => ($"{args["found"]} is out of range.", $"Write a number from {args["least"]} to {args["most"]}."),
        SumBeyondExact => ($"All {args["unit"]} of the launches and the baseline add up to {args["sum"]}, more than JSON readers keep exact.", $"Check the largest of them: together they may be {args["most"]}."),
        NotNamedRange => ($"{args["least"]} to {args["most"]} facilities not named, of {args["count"]}, cannot be.", "notNamedLeast may not be above notNamedMost, nor that above count."),

        TooFew => ($"The list has {args["count"]} entries.", $"It needs at least {args["least"]}."),
        TooMany => ($"The list has {args["count"]} entries.", $"It may have at most {args["most"]}."),
        DuplicateId => ($"The id \"{args["id"]}\" is taken: {args["first"]} has it.", "Give each entry of the list an id of its own."),
        UnknownSite => ($"There is no site \"{args["id"]}\".", WithSuggestion(args, "Name the id of an entry of sites, or add it there.")),
        UnknownLaunch => ($"There is no launch \"{args["id"]}\".", WithSuggestion(args, "Name the id of an entry of launches, or add it there.")),
        UnknownRegion => ($"There is no region \"{args["id"]}\" in the set {args["regionSet"]}.", WithSuggestion(args, $"Write one of: {args["known"]}; null where the source gives none.")),
        UnknownSector => ($"There is no sector \"{args["id"]}\".", WithSuggestion(args, "Name the key of an entry of sectors, or add it there.")),
        LaunchPlacedTwice => ($"The launch \"{args["launch"]}\" has its place already: {args["first"]}.", "A launch belongs to one segment; take it out of one of the two."),
        LaunchOfAnotherSite => ($"The launch \"{args["launch"]}\" is of the site \"{args["site"]}\", the segment of \"{args["segmentSite"]}\".", "Move the launch to a segment of its site, or leave the segment's site out."),
        LaunchSegmentEmpty => ("A segment of kind launch has no launch.", "Name its launches, or choose another kind."),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };

    private static string Kind(string word) => word switch
    {
        "object" => "an object",
        "boolean" => "true or false",
        "null" => "null",
        _ => $"a {word}",
    };

    private static string Write(string expected) => expected switch
    {
        "object" => "Write an object, in braces.",
        "list" => "Write a list, in square brackets.",
        "string" => "Write a string, in double quotes.",
        "number" => "Write a whole number, without quotes.",
        "text" => "Write a string in double quotes, or an object with en, ru and kk.",
        "figure" => "Write an object with value and qualifier, or a whole number without quotes, or null if it is not stated.",
        _ => "Write true or false, without quotes.",
    };

    private static string WithSuggestion(IReadOnlyDictionary<string, string> args, string otherwise) =>
        args.TryGetValue("nearest", out var nearest) ? $"Did you mean \"{nearest}\"? {otherwise}" : otherwise;
}
