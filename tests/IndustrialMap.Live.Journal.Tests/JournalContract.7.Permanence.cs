using System.Data.Common;

namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Theory]
    [InlineData("UPDATE events SET type = 'launch_confirmed'")]
    [InlineData("UPDATE events SET seq = seq + 10")]
    [InlineData("DELETE FROM events")]
    [InlineData("DELETE FROM events WHERE seq = 2")]
    [InlineData("UPDATE commands SET command_id = 'b'")]
    [InlineData("DELETE FROM commands")]
    [InlineData("INSERT INTO events SELECT stream, seq + 10, command_id, at, \"by\", type, data FROM events")]
    public async Task The_store_itself_refuses_to_change_delete_or_leave_a_gap(string sql)
    {
        var journal = Open();
        await journal.Append("show", 0, Command("a", 2));
        var before = await journal.Read("show", 0);

        await Assert.ThrowsAnyAsync<DbException>(() => Execute(sql));
        Assert.Equal(before.Select(e => (e.Seq, e.CommandId, e.Type, TextOf(e))),
            (await journal.Read("show", 0)).Select(e => (e.Seq, e.CommandId, e.Type, TextOf(e))));
        Assert.Equal(AppendResult.CommandAlreadyStored, await journal.Append("show", 2, [Event("a")]));
    }
}
