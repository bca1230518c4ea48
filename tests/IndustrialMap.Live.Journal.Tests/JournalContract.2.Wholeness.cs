namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task An_append_whose_last_command_is_stored_already_stores_nothing_of_its_first()
    {
        var journal = Open();
        var old = await Stored(journal.Append("show", Place.Start, [Event("old")]));

        await AlreadyStored(journal.Append("show", old, [Event("new"), Event("new"), Event("old")]));
        Assert.Single(await journal.Read("show", 0));

        // Nor was the command id of the first one kept.
        await Stored(journal.Append("show", old, [Event("new")]));
    }

    [Fact]
    public async Task An_append_at_the_wrong_place_stores_nothing()
    {
        var journal = Open();
        await WrongPlace(journal.Append("show", new(3, "0123456789abcdef"), Command("a", 2)), newest: Place.Start);
        Assert.Empty(await journal.Streams());
        await Stored(journal.Append("show", Place.Start, Command("a", 2)));
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_it_began_stores_nothing()
    {
        var journal = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => journal.Append("show", Place.Start, [Event("a")], new CancellationToken(canceled: true)));
        Assert.Empty(await journal.Read("show", 0));
        await Stored(journal.Append("show", Place.Start, [Event("a")]));
    }

    /// <summary>As many as a ledger ever sends, and no more than the journal says that it takes.</summary>
    [Fact]
    public async Task An_append_of_as_many_commands_as_it_may_hold_is_stored_as_one()
    {
        var journal = Open();
        var most = Math.Min(journal.MaxCommands, 256);
        var commands = Enumerable.Range(1, most).SelectMany(n => Command($"{n}", 1 + (n % 2))).ToArray();
        var first = await Stored(journal.Append("show", Place.Start, [Event("drafted")]));
        await Stored(journal.Append("show", first, commands));
        Assert.Equal(commands.Select(e => e.CommandId), (await Open().Read("show", first.Seq)).Select(e => e.CommandId));
    }

    [Fact]
    public async Task An_append_without_events_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().Append("show", Place.Start, []));

    [Fact]
    public async Task A_command_whose_events_stand_apart_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().Append("show", Place.Start, [Event("a"), Event("b"), Event("a")]));

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    public async Task A_hash_of_another_length_is_the_callers_mistake(int bytes) => await Assert.ThrowsAsync<ArgumentException>(
        () => Open().Append("show", Place.Start, [Event("a") with { CommandHash = new byte[bytes] }]));
}
