using System.Globalization;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>Characters that no text of a teleconference may hold.</summary>
internal static class DisallowedCharacters
{
    /// <summary>
    /// Control characters, line and paragraph separators, and the marks that turn the direction of writing: those can
    /// make a screen show a name or a number other than it is.
    /// </summary>
    public static bool Contains(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
