using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The prepared statement that stores an event.</summary>
internal sealed class InsertEvent(SqliteConnection connection) : IDisposable
{
    private readonly Statement statement = new(connection, Sql.InsertEvent);

    /// <summary>Within the transaction that the connection is in.</summary>
    public void Run(RecordedEvent e) => statement
        .Bind(e.Stream).Bind(e.Seq).Bind(e.CommandId).Bind(e.CommandHash).Bind(e.At.ToUnixTimeMilliseconds()).Bind(e.By).Bind(e.Type)
        .Bind(e.Data).Bind(e.Seal)
        .Run();

    public void Dispose() => statement.Dispose();
}
