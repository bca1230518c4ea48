using Dapper;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What happens to the files of a journal while it is open, by a real file: none of it is answered as stored.</summary>
public sealed class SqliteFaultTests : IAsyncLifetime
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
        using (var connection = folder.Connect("data/journal.db")) connection.Execute("VACUUM INTO $to", new { to = folder.File("backup.db") });
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
    public async Task A_lost_journal_that_is_closed_leaves_the_files_that_were_put_in_its_place()
    {
        File.Move(folder.File("backup.db"), Database, overwrite: true);
        File.WriteAllText(folder.File("their log"), "theirs");
        File.Move(folder.File("their log"), WriteAheadLog, overwrite: true);
        var theirs = File.ReadAllBytes(Database);
        await journal.DisposeAsync();
        Assert.Equal(theirs, File.ReadAllBytes(Database));
        Assert.Equal("theirs", File.ReadAllText(WriteAheadLog));
    }

    [Fact]
    public async Task A_file_that_is_only_looked_at_or_copied_is_no_fault()
    {
        File.Copy(Database, folder.File("copy.db"));
        File.SetAttributes(Database, FileAttributes.ReadOnly);
        File.SetAttributes(Database, FileAttributes.Normal);
        using (var connection = folder.Connect("data/journal.db")) Assert.Equal(20, connection.ExecuteScalar<int>("SELECT count(*) FROM events"));
        Assert.True(await journal.Ping());
        await Append();
        Assert.Null(journal.Fault);
    }

    [Fact]
    public async Task A_database_that_is_overwritten_by_what_it_holds_is_no_fault()
    {
        Overwrite(Database, File.ReadAllBytes(Database));
        Assert.True(await journal.Ping());
        await Append();
        Assert.Equal(head, LogChain.Start("show").Follow(await journal.Read("show", 0)).Place);
    }

    /// <summary>All is there, on other pages than before: what is remembered of the pages must not be written among them.</summary>
    [Fact]
    public async Task A_database_that_is_overwritten_by_a_tidied_copy_of_itself_goes_on_from_that()
    {
        using (var connection = folder.Connect("data/journal.db"))
        {
            connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            connection.Execute("VACUUM INTO $to", new { to = folder.File("tidied.db") });
        }
        var tidied = File.ReadAllBytes(folder.File("tidied.db"));
        Array.Resize(ref tidied, (int)new FileInfo(Database).Length);
        Overwrite(Database, tidied);
        Assert.True(await journal.Ping());
        for (var i = 0; i < 30; i++) await Append(bytes: 3000);
        Assert.Empty(await journal.CheckIntegrity());
        Assert.Equal(head, LogChain.Start("show").Follow(await journal.Read("show", 0)).Place);
    }

    /// <summary>The log is begun anew many times, by both: neither takes the other for a fault.</summary>
    [Fact]
    public async Task Two_that_write_and_move_the_log_into_the_database_in_turn_see_no_fault()
    {
        await using var other = SqliteJournal.Open(Database);
        for (var i = 0; i < 600; i++)
        {
            var writer = i / 7 % 2 == 0 ? journal : other;
            await Append(writer, bytes: 30_000);
            if (i % 50 == 0) Assert.True(await journal.Ping() && await other.Ping());
        }
        Assert.Equal((null, null), (journal.Fault, other.Fault));
        Assert.Empty(await other.CheckIntegrity());
        Assert.Equal(head, LogChain.Start("show").Follow(await other.Read("show", 0)).Place);
        Assert.InRange(new FileInfo(Database).Length, 10_000_000, 30_000_000);
        Assert.InRange(new FileInfo(WriteAheadLog).Length, 4_000_000, 12_000_000);
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_of_an_append_and_the_next_one_is_stored_when_there_is_room()
    {
        SqliteConnection writing = null!;
        await using var full = JournalFile.Open(Database, connection => new SqliteJournal(writing = connection));
        writing.Execute("PRAGMA max_page_count = 1");
        var failure = await Assert.ThrowsAsync<SqliteException>(() => Append(full, bytes: 30_000));
        Assert.Equal(SQLitePCL.raw.SQLITE_FULL, failure.SqliteErrorCode);
        Assert.Equal(20, (await full.Read("show", 0)).Count);
        Assert.Null(full.Fault);

        writing.Execute("PRAGMA max_page_count = 4294967294");
        await Append(full, bytes: 30_000);
        Assert.Equal(head, LogChain.Start("show").Follow(await full.Read("show", 0)).Place);
    }

    /// <summary>What is taken where there is no statx.</summary>
    [Fact]
    public void A_file_is_known_by_the_portable_way_too()
    {
        var before = FileStamp.Portable(Database)!.Value;
        Assert.Equal(before, FileStamp.Portable(Database));
        Assert.Equal(new FileInfo(Database).Length, before.Length);
        Assert.Equal(before.Length, FileStamp.Of(Database, modified: false)!.Value.Length);
        Cut(Database, length => length - 1);
        Assert.NotEqual(before.Modified, FileStamp.Portable(Database)!.Value.Modified);
        File.Delete(Database);
        Assert.Null(FileStamp.Portable(Database));
        Assert.Null(FileStamp.Of(Database, modified: true));
    }

    private async Task<AppendResult> Append(SqliteJournal? to = null, int bytes = 100)
    {
        var result = await (to ?? journal).Append("show", head, [new($"{head}", default, DateTimeOffset.UnixEpoch, default, "launch_called", new byte[bytes])]);
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
