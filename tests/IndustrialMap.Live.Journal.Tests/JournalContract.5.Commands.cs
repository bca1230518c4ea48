namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_command_is_stored_once_with_all_of_its_events()
    {
        var journal = Open();
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 0, Command("a", 3)));
        Assert.Equal(AppendResult.CommandAlreadyStored, await journal.Append("show", 3, Command("a", 3)));
        Assert.Equal(AppendResult.CommandAlreadyStored, await Open().Append("show", 3, [Event("b"), Event("a")]));
        Assert.Equal(["a", "a", "a"], (await journal.Read("show", 0)).Select(e => e.CommandId));
    }

    [Fact]
    public async Task Two_streams_may_hold_the_same_command_id()
    {
        var journal = Open();
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 0, [Event("a")]));
        Assert.Equal(AppendResult.Appended, await journal.Append("rehearsal", 0, [Event("a")]));
    }

    [Fact]
    public async Task A_stored_command_at_the_wrong_place_is_told_as_stored()
    {
        var journal = Open();
        await journal.Append("show", 0, [Event("a")]);
        Assert.Equal(AppendResult.CommandAlreadyStored, await journal.Append("show", 0, [Event("a")]));
        Assert.Equal(AppendResult.CommandAlreadyStored, await journal.Append("show", 9, [Event("b"), Event("a")]));
    }

    [Fact]
    public async Task Command_ids_that_differ_only_in_case_are_two()
    {
        var journal = Open();
        Assert.Equal(AppendResult.Appended, await journal.Append("show", 0, [Event("a"), Event("A")]));
        Assert.Equal(AppendResult.Appended, await journal.Append("Show", 0, [Event("a")]));
    }
}
