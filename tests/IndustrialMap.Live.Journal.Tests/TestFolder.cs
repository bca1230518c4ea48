using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>A folder for one test, gone with it.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("journal-").FullName;

    public string File(string name) => Path.Combine(path, name);

    /// <summary>A plain connection past the journal, as another program would have it.</summary>
    public SqliteConnection Connect(string name)
    {
        var connection = new SqliteConnection($"Data Source={File(name)};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
