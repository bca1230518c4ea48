using Dapper;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>Opens the database file, makes its tables if it is new, and refuses what it cannot serve.</summary>
internal static class JournalFile
{
    private const long OurApplicationId = 1281980005;
    private const long OurVersion = 2;

    /// <summary>How long a statement waits for another process that is writing.</summary>
    private const int BusySeconds = 5;

    /// <exception cref="InvalidDataException">The file is not a journal that this version can use; the message says what to do.</exception>
    public static SqliteConnection OpenWriter(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            Prepare(connection, path);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Unusable(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A reader never waits for the writer, nor the writer for it, and it cannot write.</summary>
    public static string ReaderConnectionString(string path) => ConnectionString(path, SqliteOpenMode.ReadOnly, pooling: true);

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
            throw new InvalidDataException($"{path} lies on a file system without shared memory, where the journal is not safe. Choose a local disk.");
        connection.Execute(Sql.Durability);

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
            { ApplicationId: OurApplicationId, Version: > OurVersion } newer => throw new InvalidDataException(
                $"{path} was written by a newer version of this program (its schema is {newer.Version}, this program knows {OurVersion}). " +
                "Start that version or a later one; the file was left as it is."),
            { ApplicationId: 0, Version: 0, Objects: 0 } => null,
            _ => throw new InvalidDataException(
                $"{path} is a database of another program. Name another file, or move that one away; it was left as it is."),
        };

    private static Exception Unusable(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => new InvalidDataException(
            $"{path} is not a database. Name another file, or move that one away; it was left as it is.", e),
        SQLitePCL.raw.SQLITE_CORRUPT => new InvalidDataException(
            $"{path} is damaged. Keep a copy of it and of {path}-wal, then restore a backup.", e),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY => new InvalidDataException(
            $"{path} cannot be opened for writing. See that it is a file, and that this user may write it and its folder.", e),
        _ => e,
    };

    private sealed record Identity(long ApplicationId, long Version, long Objects);
}
