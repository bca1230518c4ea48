using IndustrialMap.Live.Journal.AzureTables;
using IndustrialMap.Live.Tests;

namespace IndustrialMap.Live.Journal.Tests;

/// <summary>The contract on Azure Tables, against Azurite; what is Azure's own is in the files beside.</summary>
public sealed partial class AzureTablesJournalTests : JournalContract
{
    private string account = "";

    protected override (string Kind, string Place) Store => (nameof(AzureTablesJournal), account);

    public override async Task InitializeAsync() => account = await Azurite.NewAccount();

    protected override IJournal OpenJournal() => StorageAccount.Parse(account).OpenJournal();

    /// <summary>The account is this test's alone, and ends with the emulator.</summary>
    protected override Task Remove() => Task.CompletedTask;

    [Fact]
    public async Task One_command_more_than_an_append_may_hold_is_the_callers_mistake()
    {
        var journal = Open();
        var tooMany = Enumerable.Range(0, journal.MaxCommands + 1).Select(n => Event($"{n}")).ToArray();
        await Assert.ThrowsAsync<ArgumentException>(() => journal.Append("show", Place.Start, tooMany));
        Assert.Empty(await journal.Streams());
    }

    /// <summary>49 commands of 60 KB are more than a transaction takes, once its bytes are written as Base64.</summary>
    [Theory]
    [InlineData(49, 60_000)]
    [InlineData(49, 70_000)]
    [InlineData(3, 900_000)]
    [InlineData(2, 4_000_000)]
    public async Task A_full_append_of_large_events_is_stored_and_read_byte_for_byte(int commands, int bytes)
    {
        var random = new Random(9);
        var events = Enumerable.Range(0, commands).Select(n => Event($"{n}") with { Data = Bytes(random, bytes) }).ToArray();
        await Stored(Open().Append("show", Place.Start, events));

        var read = await Open().Read("show", 0);
        Assert.Equal(events.Select(e => Convert.ToHexString(e.Data.Span)), read.Select(e => Convert.ToHexString(e.Data.Span)));
        LogChain.Start("show").Follow(read);
    }

    [Fact]
    public async Task Names_longer_than_a_key_may_be_are_streams_and_commands_all_the_same()
    {
        var (stream, other) = (new string('қ', 700), new string('қ', 701));
        var (id, anotherId) = (new string('/', 700), new string('/', 701));
        var journal = Open();
        var place = await Stored(journal.Append(stream, Place.Start, [Event(id), Event(anotherId)]));
        await Stored(journal.Append(other, Place.Start, [Event(id)]));
        await AlreadyStored(journal.Append(stream, place, [Event(anotherId)]));
        Assert.Equal([stream, other], (await journal.Streams()).Select(head => head.Stream));
        Assert.Equal([id, anotherId], (await Open().Read(stream, 0)).Select(e => e.CommandId));
    }

    [Theory]
    [InlineData("no connection string")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=nowhere")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a")]
    public void An_account_that_cannot_be_opened_is_told_in_a_sentence_without_its_key(string connectionString)
    {
        var unusable = Assert.Throws<JournalUnusableException>(() => StorageAccount.Parse(connectionString).OpenJournal());
        Assert.StartsWith("The ", unusable.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', unusable.Message);
        Assert.DoesNotContain("c2VjcmV0", unusable.ToString(), StringComparison.Ordinal);
    }
}
