using Dapper;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// Brings a file of version 1, which knew no seals, up to the tables of today. All within the caller's transaction: until it is
/// committed the file is one of version 1.
/// </summary>
internal static class Migration
{
    public static void FromVersion1(SqliteConnection connection, SqliteTransaction transaction)
    {
        connection.Execute(Sql.SetAsideVersion1, transaction: transaction);
        connection.Execute(Sql.Tables, transaction: transaction);
        SealAll(connection, transaction);
        connection.Execute(Sql.CarryVersion1Over, transaction: transaction);
        connection.Execute(Sql.Triggers, transaction: transaction);
    }

    /// <summary>Each log in its order. A gap, which version 1 did not allow, stays one: it is for those who read the log to say.</summary>
    private static void SealAll(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var insert = new InsertEvent(connection);
        var chain = LogChain.Start("");
        foreach (var row in connection.Query<EventRow>(Sql.ReadVersion1, transaction: transaction, buffered: false))
        {
            if (row.Stream != chain.Stream) chain = LogChain.Start(row.Stream);
            var recorded = chain.Record(row.ToNewEvent()) with { Seq = row.Seq };
            insert.Run(recorded);
            chain = LogChain.At(recorded);
        }
    }
}
