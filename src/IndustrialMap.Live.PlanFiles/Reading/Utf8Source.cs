using System.Text;
using System.Text.Unicode;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>From the bytes of a file to valid UTF-8.</summary>
internal static class Utf8Source
{
    /// <summary>
    /// The file without its byte order mark, with a question mark in place of each byte that is not UTF-8, so that
    /// everything else in it can be checked too and keeps its place. Nothing if there is no text to read.
    /// </summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> file, ErrorList errors)
    {
        if (Other(file.Span) is { } encoding)
        {
            errors.AddForFile(PlanErrorCode.OtherEncoding, ("encoding", encoding));
            return default;
        }
        var mark = file.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var json = file[mark..];
        if (json.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            errors.AddForFile(PlanErrorCode.EmptyFile);
            return default;
        }
        return Utf8.IsValid(json.Span) ? json : Mended(json, mark, errors);
    }

    private static byte[] Mended(ReadOnlyMemory<byte> json, int mark, ErrorList errors)
    {
        var mended = json.ToArray();
        int first = -1, count = 0;
        for (var at = 0; at < mended.Length;)
        {
            var valid = Rune.DecodeFromUtf8(mended.AsSpan(at), out _, out var length) == System.Buffers.OperationStatus.Done;
            if (!valid)
            {
                if (first < 0) first = at;
                count += length;
                mended.AsSpan(at, length).Fill((byte)'?');
            }
            at += length;
        }
        errors.Add(first, "", PlanErrorCode.InvalidUtf8, ("byte", $"{mark + first}"), ("count", $"{count}"));
        return mended;
    }

    /// <summary>JSON starts with a character of one byte in UTF-8, so a zero beside it tells the wider encodings apart.</summary>
    private static string? Other(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => "UTF-16 (little endian)",
        [0xFE, 0xFF, ..] or [0, not 0, ..] => "UTF-16 (big endian)",
        _ => null,
    };
}
