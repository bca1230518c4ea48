namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Whatever_is_appended_or_refused_later_what_was_read_stays_as_it_was()
    {
        var journal = Open();
        var head = await Stored(journal.Append("show", Place.Start, Command("a", 3)));
        var before = (await journal.Read("show", 0)).Select(Everything).ToArray();

        await AlreadyStored(journal.Append("show", Place.Start, Command("a", 3)));
        await WrongPlace(journal.Append("show", new(2, head.Seal), [Event("b", "another second event")]), newest: head);
        head = await Stored(journal.Append("show", head, [Event("b"), Event("c")]));
        await AlreadyStored(journal.Append("show", head, [Event("d"), Event("c", "another word of it")]));
        await Stored(Open().Append("show 2", Place.Start, Command("a", 3)));

        Assert.Equal(before, (await Open().Read("show", 0)).Take(3).Select(Everything));
        Assert.Equal(5, (await journal.Read("show", 0)).Count);
    }
}
