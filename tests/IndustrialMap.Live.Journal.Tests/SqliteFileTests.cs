using Dapper;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>Which files the journal takes, and what it says of the others.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await SqliteJournal.Open(folder.File("journal.db")).DisposeAsync();
        using (var connection = folder.Connect("journal.db")) connection.Execute("PRAGMA user_version = 3");
        AssertRefused("journal.db", "newer version", "Start that version");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("a text that is longer than the header of a database, which has a hundred bytes, so that it can be looked at in full")]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is(string text)
    {
        File.WriteAllText(folder.File("notes.txt"), text);
        AssertRefused("notes.txt", "not a database", "Name another file");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        using (var connection = folder.Connect("other.db")) connection.Execute("CREATE TABLE events (name TEXT)");
        AssertRefused("other.db", "another program", "Name another file");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(folder.File("journal.db"));
        var refusal = Assert.Throws<JournalUnusableException>(() => SqliteJournal.Open(folder.File("journal.db")));
        Assert.Contains("cannot be opened for writing", refusal.Message);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(folder.File("data"), "");
        var refusal = Assert.Throws<JournalUnusableException>(() => SqliteJournal.Open(folder.File("data/journal.db")));
        Assert.Contains($"The folder {folder.File("data")} cannot be made", refusal.Message);
    }

    [Fact]
    public async Task A_file_that_is_damaged_is_refused_and_left_as_it_is()
    {
        await SqliteJournal.Open(folder.File("journal.db")).DisposeAsync();
        using (var file = new FileStream(folder.File("journal.db"), FileMode.Open))
        {
            // Behind the header of the file: what the first page is.
            file.Position = 100;
            file.WriteByte(0);
        }
        AssertRefused("journal.db", "is damaged", "restore a backup");
    }

    /// <summary>SQLite, left alone, would make a new database and delete what is left of the old one.</summary>
    [Fact]
    public async Task A_write_ahead_log_without_its_database_is_refused_and_left_as_it_is()
    {
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        await journal.Append("show", Place.Start, [new("a", default, default, default, "type", default)]);
        File.Copy(folder.File("journal.db-wal"), folder.File("lost.db-wal"));
        foreach (var make in (Action[])[() => { }, () => File.WriteAllBytes(folder.File("lost.db"), [])])
        {
            make();
            var refusal = Assert.Throws<JournalUnusableException>(() => SqliteJournal.Open(folder.File("lost.db")));
            Assert.Contains("Put it back, or restore a backup", refusal.Message);
            Assert.Equal(File.ReadAllBytes(folder.File("journal.db-wal")), File.ReadAllBytes(folder.File("lost.db-wal")));
        }
    }

    [Fact]
    public void A_file_that_another_process_holds_is_refused_with_the_reason()
    {
        using var other = folder.Connect("journal.db");
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE mine (a)");
        AssertRefused("journal.db", "locked by another process", "start again", look: false);
    }

    [Fact]
    public async Task A_link_to_a_file_is_followed_to_the_files_beside_it()
    {
        Directory.CreateDirectory(folder.File("there"));
        File.CreateSymbolicLink(folder.File("journal.db"), folder.File("there/real.db"));
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        await journal.Append("show", Place.Start, [new("a", default, default, default, "type", default)]);
        Assert.True(await journal.Ping());
        File.Delete(folder.File("there/real.db-wal"));
        Assert.False(await journal.Ping());
    }

    [Fact]
    public async Task The_folder_of_a_new_file_is_made()
    {
        await using var journal = SqliteJournal.Open(folder.File("data/live/journal.db"));
        Assert.Empty(await journal.Streams());
    }

    /// <summary>A loss of power may tear the end of the write-ahead log: what is left is whole appends, in order.</summary>
    [Fact]
    public async Task A_torn_write_ahead_log_leaves_whole_appends()
    {
        const int Batch = 4, Batches = 12;
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        var head = Place.Start;
        for (var i = 0; i < Batches; i++)
            head = Assert.IsType<AppendResult.Appended>(await journal.Append("show", head, [.. Enumerable.Range(0, Batch).Select(n =>
                new NewEvent($"{i}", default, DateTimeOffset.UnixEpoch, new byte[3000], "launch_called",
                    new byte[] { (byte)n }))])).Events[^1].Place;

        var wal = File.ReadAllBytes(folder.File("journal.db-wal"));
        var random = new Random(3);
        var lengths = new HashSet<int>();
        for (var round = 0; round < 20; round++)
        {
            File.Copy(folder.File("journal.db"), folder.File($"{round}.db"));
            File.WriteAllBytes(folder.File($"{round}.db-wal"), wal[..random.Next(wal.Length)]);
            await using var torn = SqliteJournal.Open(folder.File($"{round}.db"));
            var log = await torn.Read("show", 0);
            Assert.Equal(0, log.Count % Batch);
            Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(e => e.Seq));
            Assert.IsType<AppendResult.Appended>(await torn.Append(
                "show", LogChain.Start("show").Follow(log).Place,
                [new($"{log.Count / Batch}", default, default, default, "next", default)]));
            lengths.Add(log.Count);
        }
        Assert.True(lengths.Count > 3, "The log was to be torn in different places.");
    }

    private void AssertRefused(string name, string what, string advice, bool look = true)
    {
        var before = look ? File.ReadAllBytes(folder.File(name)) : [];
        var refusal = Assert.Throws<JournalUnusableException>(() => SqliteJournal.Open(folder.File(name)));
        Assert.Contains(folder.File(name), refusal.Message);
        Assert.Contains(what, refusal.Message);
        Assert.Contains(advice, refusal.Message);
        if (look) Assert.Equal(before, File.ReadAllBytes(folder.File(name)));
    }
}
