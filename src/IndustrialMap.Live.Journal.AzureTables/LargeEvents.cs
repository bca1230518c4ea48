using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace IndustrialMap.Live.Journal.AzureTables;

/// <summary>
/// The events of one command as a row: the lines of a log's file (ops/log-format.md), cut into properties of 64 KiB. A row takes
/// 1 MiB and a transaction 4, in which bytes are a third longer: what does not fit lies in a blob that the row names. It is written
/// first; if its append is refused then, it stays behind, and nothing names it.
/// </summary>
internal sealed class LargeEvents(BlobContainerClient blobs)
{
    private const int Property = 64 * 1024;
    private const int MaxRow = 14 * Property;
    private const int MaxTransaction = 2_750_000;
    private const string Blob = "Blob";

    internal async Task<IReadOnlyList<TableEntity>> Pack(string stream, IReadOnlyList<RecordedEvent> events)
    {
        var rows = new List<TableEntity>();
        var taken = 0;
        foreach (var command in Commands(events))
        {
            var row = new TableEntity(Rows.Partition(stream), Rows.EventsKey(command[^1].Seq));
            var lines = EventLines.Write(command);
            if (lines.Length > MaxRow || taken + lines.Length > MaxTransaction) row[Blob] = await Upload(lines);
            else taken += Put(row, lines);
            rows.Add(row);
        }
        return rows;
    }

    /// <exception cref="LogDamagedException">The row holds what no journal has written.</exception>
    internal async Task<IReadOnlyList<RecordedEvent>> Unpack(string stream, TableEntity row, CancellationToken cancellationToken)
    {
        var lines = row.TryGetValue(Blob, out var blob)
            ? (await blobs.GetBlobClient((string)blob).DownloadContentAsync(cancellationToken)).Value.Content.ToArray()
            : Parts(row);
        try
        {
            return EventLines.Read(stream, lines);
        }
        catch (FormatException)
        {
            throw new LogDamagedException(new(stream, Rows.LastSeq(row), LogDamageKind.Changed));
        }
    }

    private static int Put(TableEntity row, byte[] lines)
    {
        var parts = lines.Chunk(Property).ToArray();
        for (var i = 0; i < parts.Length; i++) row[PartName(i)] = parts[i];
        return lines.Length;
    }

    /// <summary>Nearly every row has one part, and a log that is read anew has thousands of rows.</summary>
    private static byte[] Parts(TableEntity row)
    {
        var parts = new List<byte[]>();
        while (row.TryGetValue(PartName(parts.Count), out var part)) parts.Add((byte[])part);
        return parts.Count == 1 ? parts[0] : [.. parts.SelectMany(part => part)];
    }

    private static string PartName(int i) => $"Events{i}";

    private async Task<string> Upload(byte[] lines)
    {
        var name = Guid.NewGuid().ToString();
        await blobs.GetBlobClient(name).UploadAsync(new BinaryData(lines));
        return name;
    }

    private static IEnumerable<IReadOnlyList<RecordedEvent>> Commands(IReadOnlyList<RecordedEvent> events)
    {
        for (var (from, to) = (0, 0); from < events.Count; from = to)
        {
            while (to < events.Count && events[to].CommandId == events[from].CommandId) to++;
            yield return [.. events.Skip(from).Take(to - from)];
        }
    }
}
