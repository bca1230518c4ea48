using System.Diagnostics;
using Dapper;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>
/// Files of earlier versions. journal-v1.db was written by the last program that knew no seals: a show that was played, and one
/// that was only made.
/// </summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TestFolder folder = new();

    public MigrationTests() => File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "journal-v1.db"), folder.File("journal.db"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_journal_of_version_1_is_sealed_at_its_first_opening_and_says_from_where_its_seals_are_as_old_as_its_events()
    {
        var before = Rows("SELECT stream, seq, command_id, at, \"by\", type, data FROM events ORDER BY stream, seq");
        Assert.Equal(66, before.Count);
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));

        Assert.Equal(before, Rows("SELECT stream, seq, command_id, at, \"by\", type, data FROM events ORDER BY stream, seq"));
        var heads = await journal.Streams();
        Assert.Equal(
            [("2017-12-06", 1, 2), ("2021-industrialization-map", 65, 66)],
            heads.Select(head => (head.Stream, head.Seq, head.SealedFrom)));
        // Computed by another program, from the description alone.
        Assert.Equal(
            [
                "51a7410497e928c0fde1b20aa4ab5d78d543e180270b461d339f8ef66a0b0fc3",
                "5937ba8b794b9a455662dbd214ce8151ce9ee3bb0bae614876ea580a0dca217e",
            ],
            heads.Select(head => Convert.ToHexStringLower(head.Seal.Span)));
        foreach (var head in heads)
        {
            var log = await journal.Read(head.Stream, 0);
            Assert.Equal(head.Place, LogChain.Start(head.Stream).Follow(log).Place);
            Assert.All(log, e => Assert.Equal(0, e.CommandHash.Length));
        }
    }

    [Fact]
    public async Task A_journal_of_version_1_goes_on_as_any_other()
    {
        await using (var first = SqliteJournal.Open(folder.File("journal.db"))) Assert.Equal(2, (await first.Streams()).Count);
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        var head = (await journal.Streams())[1];
        var log = await journal.Read(head.Stream, 0);

        var again = new NewEvent(log[30].CommandId, default, default, default, "again", default);
        Assert.IsType<AppendResult.CommandAlreadyStored>(await journal.Append(head.Stream, head.Place, [again]));
        var next = Assert.IsType<AppendResult.Appended>(await journal.Append(head.Stream, head.Place, [again with { CommandId = "new" }]));
        Assert.Equal(66, next.Events[0].Seq);
        Assert.Equal(next.Events[0].Place, LogChain.Start(head.Stream).Follow(await journal.Read(head.Stream, 0)).Place);
        Assert.Equal(66, (await journal.Streams())[1].SealedFrom);
    }

    [Fact]
    public async Task A_journal_that_was_brought_up_has_the_same_tables_as_a_new_one()
    {
        await SqliteJournal.Open(folder.File("journal.db")).DisposeAsync();
        await SqliteJournal.Open(folder.File("new.db")).DisposeAsync();
        const string Schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
        Assert.Equal(Rows(Schema, "new.db"), Rows(Schema));
        Assert.Equal(Rows("PRAGMA user_version", "new.db"), Rows("PRAGMA user_version"));
    }

    /// <summary>SQLite writes what does not fit its cache before the commit: the file's growth tells that it is in the middle.</summary>
    [Theory]
    [InlineData(100_000)]
    [InlineData(2_000_000)]
    [InlineData(8_000_000)]
    public async Task A_process_killed_in_the_middle_of_it_leaves_version_1_as_it_was(long written)
    {
        const int Events = 60_000;
        Grow(Events);
        using (var migrating = Start())
        {
            var wal = new FileInfo(folder.File("journal.db-wal"));
            while (!migrating.HasExited && (!wal.Exists || wal.Length < written)) wal.Refresh();
            Assert.False(migrating.HasExited, "It was to be killed in the middle, and had ended.");
            migrating.Kill();
            Assert.Equal("", await migrating.StandardOutput.ReadToEndAsync());
            await migrating.WaitForExitAsync();
        }

        Assert.Equal("(1)", Assert.Single(Rows("PRAGMA user_version")));
        Assert.Equal($"({Events + 65})", Assert.Single(Rows("SELECT count(*) FROM events WHERE stream LIKE '2021%'")));
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        var head = (await journal.Streams())[1];
        Assert.Equal((Events + 65, Events + 66), (head.Seq, head.SealedFrom));
        Assert.Equal(head.Place, LogChain.Start(head.Stream).Follow(await journal.Read(head.Stream, 0)).Place);
    }

    /// <summary>A log as long as the longest show many times over, so that there is a middle.</summary>
    private void Grow(int events)
    {
        using var connection = folder.Connect("journal.db");
        connection.Execute("""
            WITH RECURSIVE seqs (seq) AS (SELECT 66 UNION ALL SELECT seq + 1 FROM seqs WHERE seq < 65 + $events)
            INSERT INTO events SELECT '2021-industrialization-map', seq, seq, seq, zeroblob(40), 'launch_called', zeroblob(100) FROM seqs;
            PRAGMA journal_mode = DELETE
            """, new { events });
    }

    private Process Start() => Appender.Start((nameof(SqliteJournal), folder.File("journal.db")), "show", "name", batches: 0);

    private List<string> Rows(string sql, string file = "journal.db")
    {
        using var connection = folder.Connect(file);
        return [.. connection.Query(sql).Select(row => $"({string.Join(", ", ((IDictionary<string, object?>)row).Values.Select(
            value => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}"))})")];
    }
}
