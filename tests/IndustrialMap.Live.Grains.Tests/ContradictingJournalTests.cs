using System.Data.Common;
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
        var host = await show.Host(journal);
        try
        {
            var failure = await Assert.ThrowsAnyAsync<DbException>(() => Soon(host.Send(Show.New(new Start()), Show.Anna)));
            Assert.Contains(Show.Id, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            journal.Refuses = null;
        }
        Assert.Null((await Soon(host.Send(Show.New(new Start()), Show.Anna))).Refusal);
    }

    private static Task<CommandAnswer> Soon(Task<CommandAnswer> answer) => answer.WaitAsync(TimeSpan.FromSeconds(10));
}
