using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The prepared statement that stores an event.</summary>
internal sealed class InsertEvent(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand command = connection.Prepare(
        Sql.InsertEvent, "$stream", "$seq", "$command_id", "$command_hash", "$at", "$by", "$type", "$data", "$seal");

    public void Run(SqliteTransaction transaction, RecordedEvent e) => command.Run(
        transaction, e.Stream, e.Seq, e.CommandId, e.CommandHash.ToArray(), e.At.ToUnixTimeMilliseconds(), e.By.ToArray(), e.Type,
        e.Data.ToArray(), e.Seal.ToArray());

    public void Dispose() => command.Dispose();
}
