using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// A place in a log: the seq of an event and the first 16 hex digits of its seal. Two logs that part anywhere before it do not
/// share it, though both have an event of that seq. As text, "42-0123456789abcdef"; the place before the first event is "0".
/// </summary>
public sealed record Place : IParsable<Place>
{
    public const int SealDigits = 16;

    public static readonly Place Start = new(0, "");

    /// <param name="seal">16 hex digits in lower case; empty for seq 0.</param>
    /// <exception cref="ArgumentException">The two do not make a place.</exception>
    public Place(long seq, string seal)
    {
        if (!(seq == 0 ? seal.Length == 0 : seq > 0 && seal.Length == SealDigits && seal.All(char.IsAsciiHexDigitLower)))
            throw new ArgumentException(
                $"Seq {seq} with the seal \"{seal}\" is no place: a seal has {SealDigits} hex digits in lower case.", nameof(seal));
        (Seq, Seal) = (seq, seal);
    }

    public long Seq { get; }
    public string Seal { get; }

    /// <param name="seal">The whole seal of the event with that seq; of no matter for seq 0. A damaged one may be short.</param>
    public static Place At(long seq, ReadOnlySpan<byte> seal) => seq == 0
        ? Start
        : new(seq, Convert.ToHexStringLower(seal[..Math.Min(seal.Length, SealDigits / 2)]).PadRight(SealDigits, '0'));

    public override string ToString() => Seq == 0 ? "0" : $"{Seq}-{Seal}";

    /// <summary>One spelling for each place: no sign, no leading zero, no space, no upper case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Place? place)
    {
        place = text == "0" ? Start : null;
        if (text is not [>= '1' and <= '9', ..] || text.Split('-') is not [var seq, { Length: SealDigits } seal]) return place is not null;
        if (seal.All(char.IsAsciiHexDigitLower) && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            place = new(number, seal);
        return place is not null;
    }

    /// <exception cref="FormatException">The text is no place.</exception>
    public static Place Parse(string text) => TryParse(text, out var place)
        ? place
        : throw new FormatException(
            $"\"{text}\" is no place in a log. It is written as seq, hyphen, {SealDigits} hex digits of the seal; the start is 0.");

    static Place IParsable<Place>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Place>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Place result) =>
        TryParse(s, out result);
}
