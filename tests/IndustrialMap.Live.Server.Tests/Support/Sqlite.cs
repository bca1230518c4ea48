using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>Somebody with the journal's file and no regard for it.</summary>
internal static class Sqlite
{
    /// <summary>Takes away what forbids changes, and runs the statement.</summary>
    internal static void Change(string folder, string sql)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "journal.db")};Pooling=False");
        db.Open();
        using var triggers = db.CreateCommand();
        triggers.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        using var command = db.CreateCommand();
        command.CommandText = $"{triggers.ExecuteScalar()}; {sql}";
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
