using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The one writing connection, with its statements kept prepared. For one caller at a time.</summary>
internal sealed class Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand head, insertCommand, insertEvent;

    public Writer(SqliteConnection connection)
    {
        this.connection = connection;
        head = Prepare(Sql.Head, "$stream");
        insertCommand = Prepare(Sql.InsertCommand, "$stream", "$command_id");
        insertEvent = Prepare(Sql.InsertEvent, "$stream", "$seq", "$command_id", "$at", "$by", "$type", "$data");
    }

    /// <param name="commandIds">Those of the events, each once.</param>
    public AppendResult Append(string stream, long expectedSeq, IEnumerable<string> commandIds, IEnumerable<NewEvent> events)
    {
        // Takes the right to write at once, so that no other process can come between the look and the insert.
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var commandId in commandIds)
            if (Execute(insertCommand, transaction, stream, commandId) == 0) return AppendResult.CommandAlreadyStored;

        head.Transaction = transaction;
        head.Parameters[0].Value = stream;
        if ((long)head.ExecuteScalar()! != expectedSeq) return AppendResult.WrongExpectedSeq;

        var seq = expectedSeq;
        foreach (var e in events)
            Execute(insertEvent, transaction,
                stream, ++seq, e.CommandId, e.At.ToUnixTimeMilliseconds(), e.By.ToArray(), e.Type, e.Data.ToArray());
        transaction.Commit();
        return AppendResult.Appended;
    }

    /// <exception cref="SqliteException">The right to write cannot be had.</exception>
    public void Probe() => connection.BeginTransaction(deferred: false).Dispose();

    public void Dispose()
    {
        head.Dispose();
        insertCommand.Dispose();
        insertEvent.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        return command;
    }

    private static int Execute(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }
}
