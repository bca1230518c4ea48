using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// The seal of one event that somebody has kept outside the journal, whole or its beginning: as text, seq, hyphen, 16 to 64 hex
/// digits. A log that has another seal there was written anew; one that ends before it was cut.
/// </summary>
public sealed record KeptSeal
{
    private KeptSeal(long seq, string digits) => (Seq, Digits) = (seq, digits);

    public long Seq { get; }

    /// <summary>In lower case.</summary>
    public string Digits { get; }

    public bool Matches(RecordedEvent e) =>
        e.Seq == Seq && Convert.ToHexStringLower(e.Seal.Span).StartsWith(Digits, StringComparison.Ordinal);

    public override string ToString() => $"{Seq}-{Digits}";

    /// <returns>Null for the start of a log, which every log has.</returns>
    public static KeptSeal? Of(Place place) => place == Place.Start ? null : new(place.Seq, place.Seal);

    /// <summary>Somebody may have written it down by hand: upper case and a space around it do no harm.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KeptSeal? kept)
    {
        kept = null;
        if (text?.Trim().Split('-') is not [var seq, { Length: >= Place.SealDigits and <= 2 * Seal.Length } digits]) return false;
        if (!long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return false;
        if (digits.All(char.IsAsciiHexDigit)) kept = new(number, digits.ToLowerInvariant());
        return kept is not null;
    }

    /// <exception cref="FormatException">The text is no seal.</exception>
    public static KeptSeal Parse(string text) => TryParse(text, out var kept)
        ? kept
        : throw new FormatException(
            $"\"{text}\" is no seal of an event. It is written as seq, hyphen, and {Place.SealDigits} to {2 * Seal.Length} hex digits.");
}
