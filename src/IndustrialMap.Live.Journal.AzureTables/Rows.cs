using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>
/// The keys of the rows. A stream's rows are one partition: "head"; "c-" and a command's id; "e-" and the seq of a command's last
/// event, so that all that comes after a seq is one range, wherever in a command that seq is. The index is a partition of its own.
/// </summary>
internal static class Rows
{
    /// <summary>No stream's partition: those begin with "log-".</summary>
    internal const string Index = "index";

    private const string Name = "Name";

    /// <summary>A key has 1 KiB at most, of two bytes a letter.</summary>
    private const int LongestReadable = 400;

    internal static string Partition(string stream) => $"log-{Written(stream)}";

    internal static string CommandKey(string commandId) => $"c-{Written(commandId)}";

    internal static string EventsKey(long lastSeq) => string.Create(CultureInfo.InvariantCulture, $"e-{lastSeq:D19}");

    internal static long LastSeq(TableEntity events) => long.Parse(events.RowKey.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static TableEntity OfCommand(string stream, string commandId) => new(Partition(stream), CommandKey(commandId));

    internal static TableEntity OfIndex(string stream) => new(Index, Written(stream)) { [Name] = Encoding.UTF8.GetBytes(stream) };

    internal static string StreamOf(TableEntity index) => Encoding.UTF8.GetString(index.GetBinary(Name));

    /// <summary>Every row that has an event after the one seq, up to the command that ends with the other.</summary>
    internal static string Events(string stream, long afterSeq, long lastSeq) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {Partition(stream)} and RowKey gt {EventsKey(afterSeq)} and RowKey le {EventsKey(lastSeq)}");

    internal static string Commands(string stream) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {Partition(stream)} and RowKey gt {"c-"} and RowKey lt {"c."}");

    /// <summary>
    /// Letters, digits and hyphens as they are, every other byte of the UTF-8 as an underscore and two hex digits: a key may not hold
    /// slashes or control characters. What would be too long is its hash, behind what no readable key begins with.
    /// </summary>
    private static string Written(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var key = string.Concat(bytes.Select(b => char.IsAsciiLetterOrDigit((char)b) || b == '-' ? $"{(char)b}" : $"_{b:x2}"));
        return key.Length <= LongestReadable ? key : $"~{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
    }
}
