using System.Text.Json.Serialization;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// What can be wrong with a file. Written as snake_case; a name may be added, never changed. Screens say each one in
/// the reader's language; its English words stand in <see cref="PlanErrorTexts"/>, its args in ops/plan-format.md.
/// </summary>
public enum PlanErrorCode
{
    // The file as a whole
    EmptyFile,
    FileTooLarge,
    OtherEncoding,
    InvalidUtf8,
    InvalidJson,
    UnexpectedEnd,
    Comment,
    TrailingComma,
    TooDeep,
    TooManyValues,

    // Fields and types
    UnknownField,
    FieldOfNewerFormat,
    [JsonStringEnumMemberName("doubled_field")] DuplicateField,
    MissingField,
    WrongType,

    // Texts
    NoLanguage,
    TextEmpty,
    TextTooLong,
    [JsonStringEnumMemberName("forbidden_character")] DisallowedCharacter,
    LoneSurrogate,

    // Words and times
    WrongFormat,
    BadId,
    UnknownValue,
    BadDate,
    BadTime,
    BadTimeOfDay,
    BadTimeZone,

    // Numbers
    NegativeNumber,
    Fraction,
    Exponent,
    BeyondSixtyFourBits,
    BeyondExact,
    OutOfRange,
    SumBeyondExact,
    NotNamedRange,

    // Lists and references
    TooFew,
    TooMany,
    [JsonStringEnumMemberName("doubled_id")] DuplicateId,
    UnknownSite,
    UnknownLaunch,
    UnknownRegion,
    UnknownSector,
    LaunchPlacedTwice,
    LaunchOfAnotherSite,
    LaunchSegmentEmpty,
}
