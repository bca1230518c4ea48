using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>The one writing connection, with its statements kept prepared. For one caller at a time.</summary>
internal sealed class Writer : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement begin, commit, rollback, head, insertCommand;
    private readonly InsertEvent insertEvent;

    public Writer(SqliteConnection connection)
    {
        this.connection = connection;
        // Takes the right to write at once, so that no other process can come between the look and the insert.
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        rollback = new(connection, "ROLLBACK");
        head = new(connection, Sql.Head);
        insertCommand = new(connection, Sql.InsertCommand);
        insertEvent = new(connection);
        Path = raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string();
    }

    /// <summary>The file's own name, links followed, by which SQLite names the files beside it.</summary>
    public string Path { get; }

    /// <param name="commandIds">Those of the events, each once.</param>
    public AppendResult Append(string stream, Place expected, IEnumerable<string> commandIds, IReadOnlyList<NewEvent> events)
    {
        begin.Run();
        try
        {
            var result = Insert(stream, expected, commandIds, events);
            if (result is AppendResult.Appended) commit.Run();
            return result;
        }
        finally
        {
            // SQLite itself has rolled back after some failures, a full disk among them.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0) rollback.Run();
        }
    }

    /// <exception cref="SqliteException">The right to write cannot be had.</exception>
    public void Probe()
    {
        begin.Run();
        rollback.Run();
    }

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
        foreach (var statement in (Statement[])[begin, commit, rollback, head, insertCommand]) statement.Dispose();
        insertEvent.Dispose();
        connection.Dispose();
    }

    private AppendResult Insert(string stream, Place expected, IEnumerable<string> commandIds, IReadOnlyList<NewEvent> events)
    {
        foreach (var commandId in commandIds)
        {
            insertCommand.Bind(stream).Bind(commandId).Run();
            if (raw.sqlite3_changes(connection.Handle) == 0) return new AppendResult.CommandAlreadyStored();
        }

        var chain = head.Bind(stream).Run(row => LogChain.At(
            stream, raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_blob(row, 1).ToArray())) ?? LogChain.Start(stream);
        if (chain.Place != expected) return new AppendResult.WrongExpectedPlace(chain.Place);

        var stored = chain.RecordAll(events);
        foreach (var e in stored) insertEvent.Run(e);
        return new AppendResult.Appended(stored);
    }
}
