using Dapper;
using IndustrialMap.Live.Grains;
using Microsoft.Data.Sqlite;
using Orleans.Configuration;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// The file where Orleans keeps what grains keep beside the journal, in SQLite by its relational storage: who may sign in, and
/// nothing of a show.
/// </summary>
internal static class GrainStates
{
    /// <summary>The name of Orleans' relational storage over the file, for whoever puts it to a use.</summary>
    internal const string Storage = "grains.db";

    /// <summary>By this name Orleans finds Microsoft.Data.Sqlite.</summary>
    private const string Sqlite = "System.Data.SQLite";

    internal static void Configure(AdoNetGrainStorageOptions storage, DataDirectory data)
    {
        storage.Invariant = Sqlite;
        storage.ConnectionString = data.OpenGrainStates();
        storage.GrainStorageSerializer = new GrainStateJson();
    }

    /// <returns>The connection string of the file, which is there and has its tables.</returns>
    internal static string Open(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        using var database = new SqliteConnection(connection);
        using var sql = new StreamReader(typeof(GrainStates).Assembly.GetManifestResourceStream("GrainStates.sql")!);
        database.Execute(sql.ReadToEnd());
        return connection;
    }
}
