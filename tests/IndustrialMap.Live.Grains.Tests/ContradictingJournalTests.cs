using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

public class ContradictingJournalTests
{
    private static readonly AppendResult AlreadyStored = new AppendResult.CommandAlreadyStored();

    private static readonly AppendResult SomebodyWasFirst = new AppendResult.WrongExpectedPlace(new(1000, new string('a', Place.SealDigits)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_that_is_refused_with_nothing_new_to_read_fails_once_and_the_next_command_is_taken(bool alreadyStored)
    {
        await using var show = await Show.Draft();
        var journal = new FailingJournal(show.Journal()) { Refuses = alreadyStored ? AlreadyStored : SomebodyWasFirst };
        var ledger = show.Ledger(journal);
        try
        {
            var outcome = await Soon(ledger.Try(Show.New(new Start()), Show.Anna));
            Assert.Contains(Show.Id, outcome.Failure!.Sentence, StringComparison.Ordinal);
        }
        finally
        {
            journal.Refuses = null;
        }
        Assert.Null((await Soon(ledger.Try(Show.New(new Start()), Show.Anna))).Answer!.Refusal);
    }

    private static Task<Outcome> Soon(Task<Outcome> answer) => answer.WaitAsync(TimeSpan.FromSeconds(10));
}
