using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>Opens the database file, makes its tables if it is new, and refuses what it cannot serve.</summary>
internal static class JournalFile
{
    private const long OurApplicationId = 1281980005;
    private const long OurVersion = 2;

    /// <summary>How long a statement waits for another process that is writing.</summary>
    private const int BusySeconds = 5;

    /// <summary>Opens the file for writing, and makes of it what it is for.</summary>
    /// <exception cref="JournalUnusableException">The file is not a journal that can be used; the message says what to do.</exception>
    public static T Open<T>(string path, Func<SqliteConnection, T> make)
    {
        MakeFolder(path);
        if (!(new FileInfo(path) is { Exists: true, Length: > 0 }) && new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 })
            throw new JournalUnusableException(
                $"{path} is missing, though {path}-wal is there, which holds the newest part of it. " +
                "Put it back, or restore a backup in place of both.");
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            Prepare(connection, path);
            return make(connection);
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw e switch
            {
                SqliteException failure => Unusable(path, failure),
                IOException or UnauthorizedAccessException => new JournalUnusableException($"{path} cannot be used: {e.Message}", e),
                _ => e,
            };
        }
    }

    /// <summary>A reader never waits for the writer, nor the writer for it, and it cannot write.</summary>
    public static string ReaderConnectionString(string path, bool pooling) => ConnectionString(path, SqliteOpenMode.ReadOnly, pooling);

    private static void MakeFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnusableException(
                $"The folder {folder} cannot be made: {e.Message} Name another one, or see who may write there.", e);
        }
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = mode, Pooling = pooling, DefaultTimeout = BusySeconds,
    }.ToString();

    private static void Prepare(SqliteConnection connection, string path)
    {
        // SQLite's own waiting looks again after a millisecond; the driver's would sleep for 150.
        connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}");

        // Looked at first, so that a file of another program stays as it is.
        _ = Version(connection, path);
        if (connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL") != "wal")
            throw new JournalUnusableException(
                $"{path} lies on a file system without shared memory, where the journal is not safe. Choose a local disk.");
        connection.Execute(Sql.Durability);

        // Checkpoints are made between appends, and not within one that somebody waits for: see SqliteJournal.
        connection.Execute("PRAGMA wal_autocheckpoint = 0");

        using var transaction = connection.BeginTransaction(deferred: false);
        switch (Version(connection, path))
        {
            case null:
                connection.Execute(Sql.Tables, transaction: transaction);
                connection.Execute(Sql.Triggers, transaction: transaction);
                break;
            case 1:
                Migration.FromVersion1(connection, transaction);
                break;
        }
        transaction.Commit();
    }

    /// <summary>Null: the file is new.</summary>
    private static long? Version(SqliteConnection connection, string path) =>
        connection.QuerySingle<Identity>(Sql.Identity) switch
        {
            { ApplicationId: OurApplicationId, Version: >= 1 and <= OurVersion and var version } => version,
            { ApplicationId: OurApplicationId, Version: > OurVersion } newer => throw new JournalUnusableException(
                $"{path} was written by a newer version of this program " +
                $"(its schema is {newer.Version}, this program knows {OurVersion}). Start that version or a later one; the file was left as it is."),
            { ApplicationId: 0, Version: 0, Objects: 0 } => null,
            _ => throw new JournalUnusableException(
                $"{path} is a database of another program. Name another file, or move that one away; it was left as it is."),
        };

    private static JournalUnusableException Unusable(string path, SqliteException e) => new(e.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{path} is not a database. Name another file, or move that one away; it was left as it is.",
        raw.SQLITE_CORRUPT => $"{path} is damaged. Keep a copy of it and of {path}-wal, then restore a backup.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            $"{path} cannot be opened for writing. See that it is a file, and that this user may write it and its folder.",
        raw.SQLITE_FULL => $"There is no room left on the disk of {path}. Make room, and start again; nothing was lost.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"{path} is locked by another process, for {BusySeconds} seconds by now. Let it end, and start again.",
        raw.SQLITE_IOERR => $"{path} cannot be read or written ({e.Message}). See to its disk, then start again.",
        _ => $"{path} cannot be used ({e.Message}). Keep a copy of it and of {path}-wal, then restore a backup.",
    }, e);

    private sealed record Identity(long ApplicationId, long Version, long Objects);
}
