using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The one writing connection, with its statements kept prepared. For one caller at a time.</summary>
internal sealed class Writer(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand head = connection.Prepare(Sql.Head, "$stream");
    private readonly SqliteCommand insertCommand = connection.Prepare(Sql.InsertCommand, "$stream", "$command_id");
    private readonly InsertEvent insertEvent = new(connection);

    /// <summary>The file's own name, links followed, by which SQLite names the files beside it.</summary>
    public string Path { get; } = raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string();

    /// <param name="commandIds">Those of the events, each once.</param>
    public AppendResult Append(string stream, Place expected, IEnumerable<string> commandIds, IReadOnlyList<NewEvent> events)
    {
        // Takes the right to write at once, so that no other process can come between the look and the insert.
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var commandId in commandIds)
            if (insertCommand.Run(transaction, stream, commandId) == 0) return new AppendResult.CommandAlreadyStored();

        var chain = Head(stream, transaction);
        if (chain.Place != expected) return new AppendResult.WrongExpectedPlace(chain.Place);

        var stored = new List<RecordedEvent>(events.Count);
        foreach (var e in events)
        {
            var recorded = chain.Record(e);
            insertEvent.Run(transaction, recorded);
            stored.Add(recorded);
            chain = LogChain.At(recorded);
        }
        transaction.Commit();
        return new AppendResult.Appended(stored);
    }

    /// <exception cref="SqliteException">The right to write cannot be had.</exception>
    public void Probe() => connection.BeginTransaction(deferred: false).Dispose();

    /// <summary>Moves what it can from the write-ahead log into the database, without waiting for a reader.</summary>
    public void Checkpoint() => connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Reads from the file again what it remembered of it.</summary>
    public void ForgetPages() => connection.Execute("PRAGMA shrink_memory");

    /// <summary>
    /// Closing will neither move the write-ahead log into the database nor delete it: by name, it may be another journal's by now.
    /// </summary>
    public void LeaveFilesAlone() => raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    public void Dispose()
    {
        head.Dispose();
        insertCommand.Dispose();
        insertEvent.Dispose();
        connection.Dispose();
    }

    private LogChain Head(string stream, SqliteTransaction transaction)
    {
        head.Transaction = transaction;
        head.Parameters[0].Value = stream;
        using var row = head.ExecuteReader();
        return row.Read() ? LogChain.At(stream, row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : LogChain.Start(stream);
    }
}
