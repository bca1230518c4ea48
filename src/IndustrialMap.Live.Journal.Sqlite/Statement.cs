using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// A prepared statement of the writing connection, run through SQLite's own calls: an append runs six of them, and what the driver
/// does around each costs more than the statement. For one caller at a time.
/// </summary>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly sqlite3 database = connection.Handle!;
    private readonly sqlite3_stmt statement = Prepare(connection.Handle!, sql);
    private int parameters;

    public Statement Bind(string value) => Bound(raw.sqlite3_bind_text(statement, ++parameters, value));

    public Statement Bind(long value) => Bound(raw.sqlite3_bind_int64(statement, ++parameters, value));

    public Statement Bind(ReadOnlyMemory<byte> value) => Bound(raw.sqlite3_bind_blob(statement, ++parameters, value.Span));

    /// <summary>Runs it with what was bound, in the order of its parameters.</summary>
    /// <exception cref="SqliteException">It cannot be run; nothing of it was done.</exception>
    public void Run() => Run<object?>(_ => null);

    /// <returns>What is made of its first row; null if it has none.</returns>
    public T? Run<T>(Func<sqlite3_stmt, T> first)
    {
        parameters = 0;
        try
        {
            var result = raw.sqlite3_step(statement);
            if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(result, database);
            return result == raw.SQLITE_ROW ? first(statement) : default;
        }
        finally
        {
            // Ends its reading; what went wrong was said above.
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        var result = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        SqliteException.ThrowExceptionForRC(result, database);
        return statement;
    }

    private Statement Bound(int result)
    {
        if (result == raw.SQLITE_OK) return this;
        parameters = 0;
        SqliteException.ThrowExceptionForRC(result, database);
        return this;
    }
}
