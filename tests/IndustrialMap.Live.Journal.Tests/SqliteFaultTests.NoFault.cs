using Dapper;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What must not be taken for a fault: a show is not stopped by it.</summary>
public sealed partial class SqliteFaultTests
{
    [Fact]
    public async Task A_file_that_is_only_looked_at_or_copied_is_no_fault()
    {
        File.Copy(Database, folder.File("copy.db"));
        File.SetAttributes(Database, FileAttributes.ReadOnly);
        File.SetAttributes(Database, FileAttributes.Normal);
        using (var connection = folder.Connect("data/journal.db"))
            Assert.Equal(20, connection.ExecuteScalar<int>("SELECT count(*) FROM events"));
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
        // A second log, whose pages lie between those of the first until they are tidied.
        var other = Place.Start;
        for (var i = 0; i < 30; i++)
        {
            var next = new NewEvent($"{i}", default, DateTimeOffset.UnixEpoch, default, "launch_called", new byte[3000]);
            other = Assert.IsType<AppendResult.Appended>(await journal.Append("other", other, [next])).Events[0].Place;
            await Append(bytes: 3000);
        }
        using (var connection = folder.Connect("data/journal.db"))
        {
            connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            BackUp(connection, "tidied.db");
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
}
