using System.Globalization;
using System.Text;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>Takes the escapes out of a JSON string. Done here because the platform's own way throws on half a character.</summary>
internal static class JsonUnescape
{
    /// <param name="escaped">What stands between the quotes; its escapes are well formed.</param>
    public static (string Text, bool HalfCharacter) Decode(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf((byte)'\\') is >= 0 and var plain)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..plain]));
            var letter = escaped[plain + 1];
            text.Append(letter == 'u' ? (char)ushort.Parse(escaped.Slice(plain + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Short(letter));
            escaped = escaped[(plain + (letter == 'u' ? 6 : 2))..];
        }
        var whole = text.Append(Encoding.UTF8.GetString(escaped)).ToString();
        var mended = string.Concat(whole.EnumerateRunes());
        return (mended, mended != whole);
    }

    private static char Short(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };
}
