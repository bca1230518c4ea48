namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_command_is_stored_once_with_all_of_its_events()
    {
        var journal = Open();
        var third = await Stored(journal.Append("show", Place.Start, Command("a", 3)));
        await AlreadyStored(journal.Append("show", third, Command("a", 3)));
        await AlreadyStored(Open().Append("show", third, [Event("b"), Event("a")]));
        Assert.Equal(["a", "a", "a"], (await journal.Read("show", 0)).Select(e => e.CommandId));
    }

    [Fact]
    public async Task Two_streams_may_hold_the_same_command_id()
    {
        var journal = Open();
        await Stored(journal.Append("show", Place.Start, [Event("a")]));
        await Stored(journal.Append("rehearsal", Place.Start, [Event("a")]));
    }

    [Fact]
    public async Task A_stored_command_at_the_wrong_place_is_told_as_stored()
    {
        var journal = Open();
        var first = await Stored(journal.Append("show", Place.Start, [Event("a")]));
        await AlreadyStored(journal.Append("show", Place.Start, [Event("a")]));
        await AlreadyStored(journal.Append("show", new(9, first.Seal), [Event("b"), Event("a")]));
    }

    [Fact]
    public async Task Command_ids_that_differ_only_in_case_are_two()
    {
        var journal = Open();
        await Stored(journal.Append("show", Place.Start, [Event("a"), Event("A")]));
        await Stored(journal.Append("Show", Place.Start, [Event("a")]));
    }
}
