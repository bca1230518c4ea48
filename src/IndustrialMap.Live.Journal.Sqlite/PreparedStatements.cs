using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

internal static class PreparedStatements
{
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        return command;
    }

    /// <returns>How many rows were changed.</returns>
    public static int Run(this SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }
}
