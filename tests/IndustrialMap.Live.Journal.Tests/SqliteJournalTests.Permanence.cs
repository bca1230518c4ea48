using System.Data.Common;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What its file refuses, whoever asks: the journal's own way is in the contract.</summary>
public sealed partial class SqliteJournalTests
{
    [Theory]
    [InlineData("UPDATE events SET type = 'launch_confirmed'")]
    [InlineData("UPDATE events SET seq = seq + 10")]
    [InlineData("DELETE FROM events")]
    [InlineData("DELETE FROM events WHERE seq = 2")]
    [InlineData("UPDATE commands SET command_id = 'b'")]
    [InlineData("DELETE FROM commands")]
    [InlineData("INSERT INTO sealed_later VALUES ('show', 2)")]
    [InlineData("INSERT INTO events SELECT stream, seq + 10, command_id, command_hash, at, \"by\", type, data, seal FROM events")]
    public async Task The_store_itself_refuses_to_change_delete_or_leave_a_gap(string sql)
    {
        var journal = Open();
        var second = await Stored(journal.Append("show", Place.Start, Command("a", 2)));
        var before = await journal.Read("show", 0);

        await Assert.ThrowsAnyAsync<DbException>(() => Execute(sql));
        Assert.Equal(before.Select(e => (e.Seq, e.CommandId, e.Type, TextOf(e))),
            (await journal.Read("show", 0)).Select(e => (e.Seq, e.CommandId, e.Type, TextOf(e))));
        await AlreadyStored(journal.Append("show", second, [Event("a")]));
    }
}
