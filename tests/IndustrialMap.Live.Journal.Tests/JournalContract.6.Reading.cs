using System.Security.Cryptography;
using System.Text;

namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    public static TheoryData<string, byte[]> Payloads => new()
    {
        { "nothing", [] },
        { "text in three languages", Encoding.UTF8.GetBytes("""{"name":"Шымкент, қаңылтыр құты — Shymkent 🚀"}""") },
        { "bytes that are no text", [0, 255, 0xC3, 0x28, 0, 0xED, 0xA0, 0x80] },
        { "spaces and order as they came", "{ \"b\" : 1,\r\n \"a\":1.0 }  "u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task What_is_read_is_what_was_written(string what, byte[] bytes)
    {
        var at = new DateTimeOffset(2017, 12, 6, 11, 30, 15, 123, TimeSpan.FromHours(6));
        var written = new NewEvent($"id of {what}: қ", SHA256.HashData(bytes), at, bytes, "launch_called", bytes);
        await Open().Append("ұлттық телекөпір", Place.Start, [written]);

        var read = Assert.Single(await Open().Read("ұлттық телекөпір", 0));
        Assert.Equal(("ұлттық телекөпір", 1, written.CommandId, "launch_called"), (read.Stream, read.Seq, read.CommandId, read.Type));
        Assert.Equal(at, read.At);
        Assert.Equal(TimeSpan.Zero, read.At.Offset);
        Assert.Equal(SHA256.HashData(bytes), read.CommandHash.ToArray());
        Assert.Equal(bytes, read.By.ToArray());
        Assert.Equal(bytes, read.Data.ToArray());
    }

    [Fact]
    public async Task Payloads_of_a_megabyte_come_back_byte_for_byte()
    {
        var random = new Random(2);
        var payloads = Enumerable.Range(0, 4).Select(_ => new byte[1 << 20]).ToList();
        foreach (var payload in payloads) random.NextBytes(payload);
        var journal = Open();
        await journal.Append("show", Place.Start, [.. payloads.Select(payload => Event("a") with { Data = payload })]);

        var log = await journal.Read("show", 0);
        Assert.Equal(payloads, log.Select(e => e.Data.ToArray()));
    }

    [Theory]
    [InlineData(0, int.MaxValue, new long[] { 1, 2, 3, 4, 5 })]
    [InlineData(0, 2, new long[] { 1, 2 })]
    [InlineData(2, 2, new long[] { 3, 4 })]
    [InlineData(4, 2, new long[] { 5 })]
    [InlineData(5, 2, new long[] { })]
    [InlineData(0, 0, new long[] { })]
    [InlineData(long.MaxValue, 2, new long[] { })]
    public async Task A_page_holds_what_comes_after_a_seq_and_no_more_than_its_limit(long afterSeq, int limit, long[] expected)
    {
        var journal = Open();
        await journal.Append("show", Place.Start, Command("a", 5));
        await journal.Append("show 2", Place.Start, Command("a", 5));
        Assert.Equal(expected, (await journal.Read("show", afterSeq, limit)).Select(e => e.Seq));
    }

    [Fact]
    public async Task A_limit_below_zero_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Open().Read("show", 0, -1));

    [Fact]
    public async Task A_reader_sees_no_half_of_an_append()
    {
        const int Batch = 7, Batches = 100;
        IJournal writer = Open(), other = Open();
        var writing = Task.Run(async () =>
        {
            var head = Place.Start;
            for (var i = 0; i < Batches; i++) head = await Stored(writer.Append("show", head, Command($"{i}", Batch)));
        });

        var seen = 0;
        while (seen < Batch * Batches)
        {
            if (writing.IsFaulted) await writing;
            var log = await (seen % 2 == 0 ? writer : other).Read("show", 0);
            Assert.True(log.Count >= seen, "An event that was seen has gone.");
            Assert.Equal(0, log.Count % Batch);
            seen = log.Count;
        }
        await writing;
    }
}
