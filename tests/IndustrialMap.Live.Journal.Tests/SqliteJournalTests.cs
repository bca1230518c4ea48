using Dapper;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>The contract on SQLite, and what is SQLite's own.</summary>
public sealed partial class SqliteJournalTests : JournalContract
{
    private readonly TestFolder folder = new();

    protected override (string Kind, string Place) Store => (nameof(SqliteJournal), folder.File("journal.db"));

    protected override IJournal OpenJournal() => SqliteJournal.Open(Store.Place);

    private async Task Execute(string sql)
    {
        await using var connection = folder.Connect("journal.db");
        await connection.ExecuteAsync(sql);
    }

    protected override Task Remove()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Every_commit_is_synced_to_the_disk()
    {
        using var writer = JournalFile.Open(Store.Place, connection => connection);
        Assert.Equal("wal", writer.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(2, writer.ExecuteScalar<int>("PRAGMA synchronous"));
    }

    [Fact]
    public async Task An_event_cannot_be_replaced_either()
    {
        await Open().Append("show", Place.Start, Command("a", 2));
        await Assert.ThrowsAsync<SqliteException>(() => Execute("INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 2"));
    }

    [Fact]
    public async Task A_long_read_does_not_hold_up_an_append()
    {
        var journal = Open();
        var third = await Stored(journal.Append("show", Place.Start, Command("a", 3)));
        await using var reader = folder.Connect("journal.db");
        using var reading = reader.BeginTransaction(deferred: true);
        Assert.Equal(3, reader.ExecuteScalar<int>("SELECT count(*) FROM events", transaction: reading));

        await Stored(journal.Append("show", third, Command("b", 1)));
        Assert.Equal(3, reader.ExecuteScalar<int>("SELECT count(*) FROM events", transaction: reading));
    }

    [Fact]
    public async Task An_append_waits_for_another_process_that_writes_and_its_caller_goes_on_meanwhile()
    {
        var journal = Open();
        await using var other = folder.Connect("journal.db");
        Task<AppendResult> append;
        using (other.BeginTransaction(deferred: false))
        {
            // On the caller's own thread this would wait for a lock that only the caller can release.
            append = journal.Append("show", Place.Start, [Event("a")]);
            Assert.False(append.IsCompleted);
        }
        await Stored(append);
    }

    [Fact]
    public async Task Ping_tells_whether_an_append_could_be_stored_now()
    {
        await using var journal = SqliteJournal.Open(Store.Place);
        Assert.True(await journal.Ping());
        await using (var other = folder.Connect("journal.db"))
        using (other.BeginTransaction(deferred: false))
            Assert.False(await journal.Ping());
        Assert.True(await journal.Ping());

        File.Move(Store.Place, folder.File("moved away"));
        Assert.False(await journal.Ping());
    }

    [Fact]
    public async Task A_closed_journal_is_one_file_and_says_that_it_is_closed()
    {
        var journal = SqliteJournal.Open(Store.Place);
        await journal.Append("show", Place.Start, [Event("a")]);
        await journal.Read("show", 0);
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        Assert.Equal([Store.Place], Directory.GetFiles(Path.GetDirectoryName(Store.Place)!));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.Append("show", Place.Start, [Event("b")]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.Read("show", 0));
    }

    [Fact]
    public async Task Journals_that_make_the_same_file_at_once_share_it()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Open)));
        var head = Place.Start;
        for (var i = 0; i < journals.Length; i++) head = await Stored(journals[i].Append("show", head, [Event($"{i}")]));
    }
}
