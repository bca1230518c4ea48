namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task What_an_append_returns_is_what_is_read_of_it()
    {
        var journal = Open();
        var at = new DateTimeOffset(2017, 12, 6, 11, 30, 15, 123, TimeSpan.FromHours(6)).AddTicks(4567);
        var appended = Assert.IsType<AppendResult.Appended>(await journal.Append("show", Place.Start, [
            Event("a") with { At = at }, Event("a", "қ"), Event("b") with { CommandHash = Enumerable.Repeat((byte)7, 32).ToArray() }]));

        var read = await Open().Read("show", 0);
        Assert.Equal(read.Select(Everything), appended.Events.Select(Everything));
        Assert.Equal(read[^1].Place, (await journal.Streams())[0].Place);
    }

    [Fact]
    public async Task Every_event_is_sealed_behind_the_one_before_it_whatever_append_it_came_with()
    {
        var random = new Random(4);
        var head = Place.Start;
        for (var i = 0; i < 30; i++)
        {
            var batch = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Event($"{i}") with
            {
                CommandHash = random.Next(2) == 0 ? default : Bytes(random, 32),
                By = Bytes(random, random.Next(50)),
                Data = Bytes(random, random.Next(3000)),
            });
            head = await Stored(Open().Append("show", head, [.. batch]));
        }

        var log = await Open().Read("show", 0);
        Assert.Equal(head, LogChain.Start("show").Follow(log).Place);
        Assert.Equal(head, LogChain.At(log[10]).Follow(log.Skip(11)).Place);
    }

    /// <summary>A Kazakh name, an event without anything, text that is no Unicode, and a zero: sealed as it is read.</summary>
    [Theory]
    [InlineData("ұлттық телекөпір", "қ")]
    [InlineData("", "")]
    [InlineData("half \ud83d of a pair", "\udc00")]
    [InlineData("show", "before \0 behind")]
    public async Task Names_and_ids_of_every_kind_fit_their_seals_when_they_are_read(string stream, string text)
    {
        await Stored(Open().Append(stream, Place.Start, [new(text, default, Time, default, text, default)]));
        var head = (await Open().Streams())[0];
        Assert.Equal(head.Place, LogChain.Start(head.Stream).Follow(await Open().Read(stream, 0)).Place);
    }

    private static object Everything(RecordedEvent e) => (
        e.Stream, e.Seq, e.CommandId, Convert.ToHexString(e.CommandHash.Span), e.At, e.At.Offset, Convert.ToHexString(e.By.Span), e.Type,
        Convert.ToHexString(e.Data.Span), Convert.ToHexString(e.Seal.Span));

    private protected static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
