using Dapper;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

internal static class EventReader
{
    public static IEnumerable<RecordedEvent> ReadEvents(this SqliteConnection connection, string stream, long afterSeq, int limit) =>
        connection.Query<EventRow>(Sql.Read, new { stream, afterSeq, limit }, buffered: false).Select(row => row.ToEvent());

    public static IEnumerable<StreamHead> ReadStreams(this SqliteConnection connection) =>
        connection.Query<Head>(Sql.Streams).Select(
            head => new StreamHead(head.Stream, head.Seq, head.Seal, EventRow.Time(head.At), head.SealedFrom));

    /// <summary>With setters and not a constructor: an empty answer tells no column types to choose a constructor by.</summary>
    private sealed class Head
    {
        public string Stream { get; init; } = "";
        public long Seq { get; init; }
        public byte[] Seal { get; init; } = [];
        public long At { get; init; }
        public long SealedFrom { get; init; }
    }
}
