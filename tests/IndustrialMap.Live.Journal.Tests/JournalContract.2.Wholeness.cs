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
