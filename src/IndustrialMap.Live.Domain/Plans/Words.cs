using System.Globalization;
using System.Text;

namespace IndustrialMap.Live.Domain;

/// <summary>
/// What may not stand in words that people write, wherever they write them: a name in a plan, a reason, anything that
/// others read. src/web/lib/api/reasons.ts keeps the screens' copy of the rule, held to the same cases.
/// </summary>
public static class Words
{
    /// <summary>
    /// Control characters, the line feed among them; separators of lines and paragraphs; marks that turn the direction of
    /// writing, and whatever else is invisible: each can make a screen show a name or a number other than it is. Joiners and
    /// variation selectors are invisible too, and stay: scripts and emoji are written with them.
    /// </summary>
    public static bool IsDisallowed(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (IsInvisible(rune) && !IsJoinerOrVariation(rune));

    /// <summary>A title without blanks around it; what is blank is not there. Null: nothing is left.</summary>
    internal static Text? Trimmed(Text? text)
    {
        var trimmed = new Text(Trimmed(text?.En), Trimmed(text?.Ru), Trimmed(text?.Kk));
        return trimmed == new Text() ? null : trimmed;
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    /// <summary>What is wrong with a title, which stands in one line; null: nothing.</summary>
    internal static RefusalCode? Bad(Text? text)
    {
        foreach (var words in (string?[])[text?.En, text?.Ru, text?.Kk])
        {
            if (words is null) continue;
            if (words.EnumerateRunes().Count() > Text.MaxLength) return RefusalCode.TextTooLong;
            if (!IsReadable(words) || words.Contains('\n', StringComparison.Ordinal)) return RefusalCode.TextUnreadable;
        }
        return null;
    }

    /// <summary>Of any script: bare punctuation says nothing.</summary>
    internal static bool HasLetterOrDigit(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether all of it can be read as it stands: nothing disallowed but line feeds, and no half characters.</summary>
    internal static bool IsReadable(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || (IsDisallowed(rune) && rune.Value != '\n')) return false;
            at += rune.Utf16SequenceLength;
        }
        return true;
    }

    private static bool IsJoinerOrVariation(Rune rune) => rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F);

    /// <summary>Formats, and what Unicode's DerivedCoreProperties.txt lists beside them as Default_Ignorable_Code_Point.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F)
            or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
}
