using System.Globalization;

namespace IndustrialMap.Live.Domain;

/// <summary>What people write into the show: names and titles.</summary>
public static class Words
{
    /// <summary>Unicode code points in one language of a text.</summary>
    private const int MaxLength = 300;

    /// <summary>
    /// Control characters, line and paragraph separators, halves of characters, and the marks that turn the direction of writing: those
    /// can make a screen show a name or a number other than it is.
    /// </summary>
    public static bool IsDisallowed(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Without blanks around it; what is blank is not there. Null: nothing is left.</summary>
    internal static Text? Trimmed(Text? text)
    {
        var trimmed = new Text(Trimmed(text?.En), Trimmed(text?.Ru), Trimmed(text?.Kk));
        return trimmed == new Text() ? null : trimmed;
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    internal static RefusalCode? Bad(Text? text)
    {
        foreach (var words in (string?[])[text?.En, text?.Ru, text?.Kk])
        {
            if (words is null) continue;
            if (words.EnumerateRunes().Count() > MaxLength) return RefusalCode.TextTooLong;
            if (words.Any(IsDisallowed)) return RefusalCode.TextUnreadable;
        }
        return null;
    }
}
