using System.Text;
using Dapper;
using IndustrialMap.Live.Journal.Sqlite;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What is changed in the file of a journal past its rules, row by row and byte by byte, is found.</summary>
public sealed class SqliteDamageTests : IAsyncLifetime
{
    private const int Events = 40;
    private readonly TestFolder folder = new();
    private SqliteJournal journal = null!;
    private string Database => folder.File("journal.db");

    public async Task InitializeAsync()
    {
        journal = SqliteJournal.Open(Database);
        foreach (var stream in (string[])["show", "rehearsal"])
        {
            var head = Place.Start;
            for (var i = 1; i <= Events; i++)
            {
                var data = Encoding.UTF8.GetBytes($"Event {i} of {stream} {new string('.', 300)}");
                var result = await journal.Append(stream, head, [new(
                    $"command {i}", new byte[32], DateTimeOffset.UnixEpoch, "{}"u8.ToArray(), "launch_called", data)]);
                head = Assert.IsType<AppendResult.Appended>(result).Events[0].Place;
            }
        }
        using var connection = folder.Connect("journal.db");
        connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        Assert.Empty(await journal.CheckIntegrity());
    }

    public async Task DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("UPDATE events SET data = CAST('x' AS BLOB) WHERE stream = 'show' AND seq = 7", 7, LogDamageKind.Changed)]
    [InlineData("UPDATE events SET \"by\" = x'' WHERE stream = 'show' AND seq = 7", 7, LogDamageKind.Changed)]
    [InlineData("UPDATE events SET at = 9223372036854775807 WHERE stream = 'show' AND seq = 7", 7, LogDamageKind.Changed)]
    [InlineData("UPDATE events SET command_hash = x'' WHERE stream = 'show' AND seq = 1", 1, LogDamageKind.Changed)]
    [InlineData("UPDATE events SET seal = zeroblob(32) WHERE stream = 'show' AND seq = 40", 40, LogDamageKind.Changed)]
    [InlineData("""
        PRAGMA ignore_check_constraints = ON;
        UPDATE events SET seal = x'01' WHERE stream = 'show' AND seq = 40
        """, 40, LogDamageKind.Changed)]
    [InlineData("DELETE FROM events WHERE stream = 'show' AND seq = 7", 7, LogDamageKind.Missing)]
    [InlineData("DELETE FROM events WHERE stream = 'show' AND seq = 1", 1, LogDamageKind.Missing)]
    [InlineData("DELETE FROM events WHERE stream = 'show' AND seq > 38", 39, LogDamageKind.Cut)]
    [InlineData("DELETE FROM events WHERE stream = 'show'", 1, LogDamageKind.Cut)]
    [InlineData("""
        DELETE FROM events WHERE stream = 'show' AND seq = 7;
        UPDATE events SET seq = seq - 1 WHERE stream = 'show' AND seq > 7
        """, 7, LogDamageKind.Changed)]
    [InlineData("""
        UPDATE events SET seq = -seq - 1 WHERE stream = 'show' AND seq > 7; UPDATE events SET seq = -seq WHERE stream = 'show' AND seq < 0;
        INSERT INTO events SELECT stream, 8, command_id, command_hash, at, "by", type, data, seal
        FROM events WHERE stream = 'show' AND seq = 7
        """, 8, LogDamageKind.Changed)]
    [InlineData("""
        INSERT INTO events SELECT stream, 41, command_id, command_hash, at, "by", type, data, seal
        FROM events WHERE stream = 'show' AND seq = 40
        """, 41, LogDamageKind.Changed)]
    [InlineData("DELETE FROM commands WHERE stream = 'show' AND command_id = 'command 9'", 9, LogDamageKind.CommandForgotten)]
    public async Task A_row_that_was_changed_put_in_or_taken_out_is_named_and_the_other_log_goes_on(
        string sql, long seq, LogDamageKind kind)
    {
        using (var connection = folder.Connect("journal.db"))
        {
            foreach (var trigger in connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").ToList())
                connection.Execute($"DROP TRIGGER {trigger}");
            connection.Execute(sql);
        }

        var damage = Assert.Single(await journal.CheckIntegrity());
        Assert.Equal(("show", seq, kind), (damage.Stream, damage.Seq, damage.Kind));
        Assert.Null(journal.Fault);
        var log = await journal.Read("rehearsal", 0);
        var next = await journal.Append("rehearsal", log[^1].Place, [new("next", default, default, default, "next", default)]);
        Assert.IsType<AppendResult.Appended>(next);
    }

    /// <summary>A caller that folded a log whose newest events were taken out is told so, and does not try for ever.</summary>
    [Fact]
    public async Task An_append_to_a_log_that_was_cut_says_where_it_ends_now()
    {
        var log = await journal.Read("show", 0);
        using (var connection = folder.Connect("journal.db"))
            connection.Execute("DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE stream = 'show' AND seq > 30");
        var result = await journal.Append("show", log[^1].Place, [new("next", default, default, default, "next", default)]);
        var wrong = Assert.IsType<AppendResult.WrongExpectedPlace>(result);
        Assert.Equal(log[29].Place, wrong.Newest);
        Assert.Equal(new("show", 31, LogDamageKind.Cut), LogChain.At(log[^1]).Check(wrong.Newest));
    }

    [Fact]
    public async Task A_byte_that_flips_in_a_stored_event_is_found_and_the_event_named()
    {
        // What a page no longer uses stays in it, so the text may be there more than once.
        var bytes = File.ReadAllBytes(Database);
        for (int at = 0, next; (next = bytes.AsSpan(at).IndexOf("Event 23 of show"u8)) >= 0; at += next + 1) Flip(at + next);
        Assert.Equal(new("show", 23, LogDamageKind.Changed), Assert.Single(await journal.CheckIntegrity()));
    }

    /// <summary>Any byte: either it is found, or nothing that anybody reads has changed (it was in a page's unused part).</summary>
    [Fact]
    public async Task No_flipped_byte_anywhere_changes_what_is_read_without_being_found()
    {
        var before = await Everything(journal);
        await journal.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        var random = new Random(7);
        var (found, harmless) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(folder.File("flipped.db"), flipped);
            try
            {
                await using var opened = SqliteJournal.Open(folder.File("flipped.db"));
                if ((await opened.CheckIntegrity()).Count > 0) found++;
                else
                {
                    Assert.Equal(before, await Everything(opened));
                    harmless++;
                }
            }
            catch (Exception e) when (e is JournalLostException or JournalUnusableException)
            {
                Assert.Contains(folder.File("flipped.db"), e.Message);
                found++;
            }
        }
        Assert.True(found > 100, $"{found} were found, {harmless} did no harm.");
    }

    [Fact]
    public async Task Damage_in_the_structure_of_the_file_is_found_when_it_is_read_and_stays_found()
    {
        // The first byte of a page says what kind it is.
        for (var page = 1; page < new FileInfo(Database).Length / 4096; page++) Flip(page * 4096);
        await using var other = SqliteJournal.Open(Database);
        var lost = await Assert.ThrowsAsync<JournalLostException>(() => other.Read("show", 0));
        Assert.Contains("is damaged", lost.Message);
        Assert.Equal(other.Fault, (await Assert.ThrowsAsync<JournalLostException>(() => other.Streams())).Message);
        await Assert.ThrowsAsync<JournalLostException>(() => journal.CheckIntegrity());
        Assert.False(await journal.Ping());
    }

    private void Flip(int at)
    {
        using var file = new FileStream(Database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = at;
        var flipped = (byte)(file.ReadByte() ^ 1);
        file.Position = at;
        file.WriteByte(flipped);
    }

    private static async Task<List<string>> Everything(SqliteJournal journal)
    {
        var all = new List<string>();
        foreach (var head in await journal.Streams())
            all.AddRange((await journal.Read(head.Stream, 0)).Select(
                e => $"{head.Place} {head.SealedFrom} {e.Stream} {e.Place} {Encoding.UTF8.GetString(e.Data.Span)}"));
        return all;
    }
}
