namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task An_append_whose_last_command_is_stored_already_stores_nothing_of_its_first()
    {
        var journal = Open();
        await journal.Append("show", 0, [Event("old")]);

        Assert.Equal(AppendResult.CommandAlreadyStored, await journal.Append("show", 1, [Event("new"), Event("new"), Event("old")]));
        Assert.Single(await journal.Read("show", 0));

        // Nor was the command id of the first one kept.
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 1, [Event("new")]));
    }

    [Fact]
    public async Task An_append_at_the_wrong_place_stores_nothing()
    {
        var journal = Open();
        Assert.Equal(AppendResult.WrongExpectedSeq, await journal.Append("show", 3, Command("a", 2)));
        Assert.Empty(await journal.Streams());
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 0, Command("a", 2)));
    }

    [Fact]
    public async Task An_append_that_was_cancelled_before_it_began_stores_nothing()
    {
        var journal = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => journal.Append("show", 0, [Event("a")], new CancellationToken(canceled: true)));
        Assert.Empty(await journal.Read("show", 0));
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 0, [Event("a")]));
    }

    [Fact]
    public async Task An_append_without_events_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().Append("show", 0, []));

    [Fact]
    public async Task A_command_whose_events_stand_apart_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Open().Append("show", 0, [Event("a"), Event("b"), Event("a")]));
}
