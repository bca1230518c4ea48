using Dapper;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What happens to the files of a journal while it is open, by a real file: none of it is answered as stored.</summary>
public sealed partial class SqliteFaultTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private SqliteJournal journal = null!;
    private Place head = Place.Start;
    private string Database => folder.File("data/journal.db");
    private string WriteAheadLog => $"{Database}-wal";

    /// <summary>A backup with ten events; five more in the database, and five in the write-ahead log.</summary>
    public async Task InitializeAsync()
    {
        journal = SqliteJournal.Open(Database);
        for (var i = 0; i < 10; i++) await Append(bytes: 3000);
        using (var connection = folder.Connect("data/journal.db")) BackUp(connection, "backup.db");
        for (var i = 0; i < 5; i++) await Append(bytes: 3000);
        using (var connection = folder.Connect("data/journal.db")) connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        for (var i = 0; i < 5; i++) await Append(bytes: 3000);
        Assert.True(await journal.Ping());
    }

    public async Task DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }

    public static TheoryData<string> Faults => [.. Made.Keys];

    private static readonly Dictionary<string, Action<SqliteFaultTests>> Made = new()
    {
        ["database moved"] = test => File.Move(test.Database, test.folder.File("moved")),
        ["database deleted"] = test => File.Delete(test.Database),
        ["database replaced by a copy"] = test => test.ReplaceByCopy(test.Database),
        ["database replaced by an older backup"] = test => File.Move(test.folder.File("backup.db"), test.Database, overwrite: true),
        ["database overwritten by an older backup"] = test => Overwrite(test.Database, File.ReadAllBytes(test.folder.File("backup.db"))),
        ["database overwritten by zeros"] = test => Overwrite(test.Database, new byte[new FileInfo(test.Database).Length]),
        ["database cut to nothing"] = test => Cut(test.Database, _ => 0),
        ["database cut in the middle"] = test => Cut(test.Database, length => length / 2),
        ["database and its log moved"] = test => Directory.Move(test.folder.File("data"), test.folder.File("moved")),
        ["log moved"] = test => File.Move(test.WriteAheadLog, test.folder.File("moved")),
        ["log deleted"] = test => File.Delete(test.WriteAheadLog),
        ["log replaced by a copy"] = test => test.ReplaceByCopy(test.WriteAheadLog),
        ["log overwritten by zeros"] = test => Overwrite(test.WriteAheadLog, new byte[new FileInfo(test.WriteAheadLog).Length]),
        ["log cut to nothing"] = test => Cut(test.WriteAheadLog, _ => 0),
        ["log cut in the middle"] = test => Cut(test.WriteAheadLog, length => length / 2),
        ["log cut by a byte"] = test => Cut(test.WriteAheadLog, length => length - 1),
        ["shared memory deleted"] = test => File.Delete($"{test.Database}-shm"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_next_append_sees_it_and_no_later_call_is_answered(string fault)
    {
        Made[fault](this);
        await AssertLost(() => Append());

        Assert.False(await journal.Ping());
        await AssertLost(() => Append());
        await AssertLost(() => journal.Read("show", 0));
        await AssertLost(() => journal.Streams());
        await AssertLost(() => journal.CheckIntegrity());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_journal_that_is_asked_sees_it_without_an_append(string fault)
    {
        Made[fault](this);
        Assert.False(await journal.Ping());
        await AssertLost(() => Append());
    }

    /// <summary>A repeat of a command is answered from what was read: a read says so too.</summary>
    [Theory]
    [InlineData("database moved")]
    [InlineData("database replaced by an older backup")]
    [InlineData("database overwritten by an older backup")]
    [InlineData("log deleted")]
    [InlineData("log cut to nothing")]
    public async Task A_read_sees_it(string fault)
    {
        Made[fault](this);
        await AssertLost(() => journal.Read("show", 0));
        Assert.False(await journal.Ping());
    }

    [Fact]
    public async Task What_was_lost_stays_lost_when_the_file_comes_back()
    {
        File.Move(Database, folder.File("moved"));
        Assert.False(await journal.Ping());
        File.Move(folder.File("moved"), Database);
        Assert.False(await journal.Ping());
        await AssertLost(() => Append());

        await using var again = SqliteJournal.Open(Database);
        Assert.Equal(20, (await again.Read("show", 0)).Count);
        Assert.Null(again.Fault);
    }

    /// <summary>SQLite, left alone, moves its log into the database when it is closed, and deletes what then has the log's name.</summary>
    [Fact]
    public async Task A_lost_journal_that_is_closed_leaves_its_database_and_the_log_that_was_put_in_the_place_of_its_own()
    {
        var database = File.ReadAllBytes(Database);
        File.WriteAllText(folder.File("their log"), "theirs");
        File.Move(folder.File("their log"), WriteAheadLog, overwrite: true);
        await journal.DisposeAsync();
        Assert.Equal(database, File.ReadAllBytes(Database));
        Assert.Equal("theirs", File.ReadAllText(WriteAheadLog));
    }

    [Fact]
    public async Task A_commit_that_does_not_stand_in_the_log_is_missed()
    {
        using var log = new WriteAheadLog(WriteAheadLog);
        Assert.True(log.ReadOn(committed: false));
        Assert.False(log.ReadOn(committed: true));
        await Append();
        Assert.True(log.ReadOn(committed: true));
        Assert.False(log.ReadOn(committed: true));
    }

    private async Task<AppendResult> Append(SqliteJournal? to = null, int bytes = 100)
    {
        var next = new NewEvent($"{head}", default, DateTimeOffset.UnixEpoch, default, "launch_called", new byte[bytes]);
        var result = await (to ?? journal).Append("show", head, [next]);
        head = Assert.IsType<AppendResult.Appended>(result).Events[^1].Place;
        return result;
    }

    private async Task AssertLost(Func<Task> call)
    {
        var lost = await Assert.ThrowsAsync<JournalLostException>(call);
        Assert.Equal(journal.Fault, lost.Message);
        Assert.Contains(Database, lost.Message);
        Assert.Contains("start the console again", lost.Message);
    }

    private void BackUp(SqliteConnection connection, string name) => connection.Execute("VACUUM INTO $to", new { to = folder.File(name) });

    private void ReplaceByCopy(string path)
    {
        File.Copy(path, folder.File("copy"));
        File.Move(folder.File("copy"), path, overwrite: true);
    }

    private static void Overwrite(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(0);
        file.Write(bytes);
    }

    private static void Cut(string path, Func<long, long> length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length(file.Length));
    }
}
