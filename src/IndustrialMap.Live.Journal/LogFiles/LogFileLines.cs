using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace IndustrialMap.Live.Journal;

/// <summary>The first line: what the file is. ops/log-format.md describes all three kinds.</summary>
internal sealed record HeaderLine(string Format, int Version, string Log, long SealedFrom)
{
    public const string OurFormat = "industrialmap-log";
    public const int OurVersion = 1;
}

/// <summary>One line an event. Bytes that are no valid UTF-8 stand in the Base64 field in place of the other.</summary>
internal sealed record EventLine(
    long Seq, string CommandId, string At, string Type, string Seal, string? CommandHash = null,
    string? By = null, string? ByBase64 = null, string? Data = null, string? DataBase64 = null)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static EventLine Of(RecordedEvent e) => new(
        e.Seq, e.CommandId, e.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture), e.Type, Convert.ToHexStringLower(e.Seal.Span),
        e.CommandHash.IsEmpty ? null : Convert.ToHexStringLower(e.CommandHash.Span), Text(e.By), Base64(e.By),
        Text(e.Data), Base64(e.Data));

    /// <exception cref="FormatException">A field is not what it should be.</exception>
    public RecordedEvent ToEvent(string log) => new(
        log, Seq, CommandId, Hex("commandHash", CommandHash ?? "", 0, Journal.Seal.Length), ParsedTime, Bytes("by", By, ByBase64), Type,
        Bytes("data", Data, DataBase64), Hex("seal", Seal, Journal.Seal.Length, Journal.Seal.Length));

    private DateTimeOffset ParsedTime => DateTimeOffset.TryParseExact(
        At, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at
        : throw new FormatException("\"at\" is not a time in UTC with milliseconds, as 2021-12-06T05:00:00.000Z");

    private static byte[] Hex(string name, string digits, int shortest, int longest) =>
        (digits.Length == 2 * shortest || digits.Length == 2 * longest) && digits.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(digits)
            : throw new FormatException($"\"{name}\" does not have {2 * longest} hex digits in lower case");

    private static byte[] Bytes(string name, string? text, string? base64) => (text, base64) switch
    {
        (not null, null) => Encoding.UTF8.GetBytes(text),
        (null, not null) when Convert.TryFromBase64String(base64, new byte[base64.Length], out _) => Convert.FromBase64String(base64),
        _ => throw new FormatException($"it has to have either \"{name}\" or \"{name}Base64\""),
    };

    private static string? Text(ReadOnlyMemory<byte> bytes) => Utf8.IsValid(bytes.Span) ? Encoding.UTF8.GetString(bytes.Span) : null;

    private static string? Base64(ReadOnlyMemory<byte> bytes) => Utf8.IsValid(bytes.Span) ? null : Convert.ToBase64String(bytes.Span);
}

/// <summary>The last line, by which a file is known to have come to its end.</summary>
internal sealed record LastLine(long Events);

internal static class LogFileJson
{
    /// <summary>Nothing unknown, nothing twice, nothing missing; letters of every language as they are.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
