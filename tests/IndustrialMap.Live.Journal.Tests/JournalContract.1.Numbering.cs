namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_stream_is_numbered_from_one_in_the_order_of_its_appends()
    {
        var journal = Open();
        var second = await Stored(journal.Append("show", Place.Start, [Event("a", "first"), Event("b", "second")]));
        await Stored(journal.Append("show", second, [Event("c", "third")]));

        var log = await journal.Read("show", 0);
        Assert.Equal([1, 2, 3], log.Select(e => e.Seq));
        Assert.Equal(["first", "second", "third"], log.Select(TextOf));
    }

    [Fact]
    public async Task Each_of_many_streams_has_its_own_numbers_and_its_head_by_name()
    {
        var journal = Open();
        var names = Enumerable.Range(0, 300).Select(i => $"show {i:D3} ә").ToList();
        foreach (var name in names.AsEnumerable().Reverse())
        {
            var second = await Stored(journal.Append(name, Place.Start, Command("a", 2)));
            await Stored(journal.Append(name, second, Command("b", 1)));
        }

        var heads = await journal.Streams();
        Assert.Equal(names, heads.Select(head => head.Stream));
        Assert.All(heads, head => Assert.Equal((3, Time, 1), (head.Seq, head.At, head.SealedFrom)));
        var log = await journal.Read(names[150], 0);
        Assert.Equal(Upto(3), log.Select(e => e.Seq));
        Assert.Equal(log[^1].Seal.ToArray(), heads[150].Seal.ToArray());
    }

    [Fact]
    public async Task A_journal_without_streams_names_none_and_a_stream_that_does_not_exist_is_empty()
    {
        var journal = Open();
        Assert.Empty(await journal.Streams());
        Assert.Empty(await journal.Read("show", 0));
        Assert.Empty(await journal.Read("show", 7));
    }
}
