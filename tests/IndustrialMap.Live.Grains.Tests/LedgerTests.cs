using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>The one way into a log, without Orleans around it.</summary>
public class LedgerTests
{
    [Fact]
    public async Task An_answered_command_is_in_the_log_before_it_is_answered()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        var answer = await ledger.Send(Show.New(new Start()), Show.Anna);
        var log = await show.Journal().Read(Show.Id, 0);
        Assert.Null(answer.Refusal);
        Assert.Equal(answer.Seq, log[^1].Seq);
        Assert.Equal(["teleconference_drafted", "teleconference_started", "segment_went_on_air"], log.Select(e => e.Type));
    }

    [Fact]
    public async Task A_command_sent_again_is_answered_the_same_and_stored_once_even_after_a_restart()
    {
        await using var show = await Show.Draft();
        var start = Show.New(new Start());
        var first = await show.Ledger().Send(start, Show.Anna);
        var again = await show.Ledger().Send(start, Show.Anna);
        Assert.Equal(first, again);
        Assert.Equal(3, (await show.Journal().Read(Show.Id, 0)).Count);
    }

    [Fact]
    public async Task Somebody_elses_use_of_a_command_id_is_refused()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        var start = Show.New(new Start());
        await ledger.Send(start, Show.Anna);
        Assert.Equal(RefusalCode.NotAllowed, (await ledger.Send(start, Show.Shymkent)).Refusal);
    }

    [Fact]
    public async Task A_refused_command_stores_nothing()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        var answer = await ledger.Send(Show.New(new Start()), Show.Shymkent);
        Assert.Equal(RefusalCode.NotAllowed, answer.Refusal);
        Assert.Single(await show.Journal().Read(Show.Id, 0));
    }

    [Fact]
    public async Task Commands_that_wait_share_transactions_and_each_is_answered_for_itself()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        var words = Enumerable.Range(0, 200)
            .Select(i => ledger.Send(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, i % 2 == 0)), Show.Shymkent)).ToArray();
        var answers = await Task.WhenAll(words);
        Assert.Equal(Enumerable.Range(2, 200).Select(seq => (long)seq), answers.Select(answer => answer.Seq));
    }

    [Fact]
    public async Task Two_processes_on_one_log_advance_once_when_both_press_next()
    {
        await using var show = await Show.Draft();
        var (one, two) = (show.Ledger(), show.Ledger());
        await one.Send(Show.New(new Start()), Show.Anna);
        for (var i = 0; i < one.State.Order.Segments.Length - 1; i++)
        {
            var next = Press.Next(one.State);
            var answers = await Task.WhenAll(one.Send(Show.New(next), Show.Anna), two.Send(Show.New(next), Show.Berik));
            Assert.Single(answers, answer => answer.Refusal is null);
            Assert.Single(answers, answer => answer.Refusal == RefusalCode.OnAirMoved);
            await Task.WhenAll(one.Look(), two.Look());
            Assert.Equal(i + 1, two.State.Order.OnAir);
        }
        Assert.Equal(one.State.Seq, two.State.Seq);
    }

    [Fact]
    public async Task A_journal_that_fails_tells_the_sender_and_the_same_command_sent_again_counts_once()
    {
        await using var show = await Show.Draft();
        var journal = new FailingJournal(show.Journal());
        var ledger = show.Ledger(journal);
        var start = Show.New(new Start());
        journal.FailBefore = true;
        Assert.Equal(LedgerFailureKind.Journal, (await ledger.Try(start, Show.Anna)).Failure!.Kind);
        Assert.Equal(Phase.Draft, ledger.State.Phase);
        journal.FailBefore = false;
        Assert.Null((await ledger.Send(start, Show.Anna)).Refusal);
        Assert.Equal(Phase.Live, ledger.State.Phase);
    }

    [Fact]
    public async Task A_command_that_was_stored_though_its_answer_was_lost_counts_once()
    {
        await using var show = await Show.Draft();
        var journal = new FailingJournal(show.Journal());
        var ledger = show.Ledger(journal);
        var word = Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true));
        journal.FailAfter = true;
        Assert.Equal(LedgerFailureKind.Journal, (await ledger.Try(word, Show.Shymkent)).Failure!.Kind);
        journal.FailAfter = false;
        Assert.Equal(2, (await ledger.Send(word, Show.Shymkent)).Seq);
        Assert.Equal(2, (await show.Journal().Read(Show.Id, 0)).Count);
    }

    [Fact]
    public async Task A_journal_that_has_no_such_log_is_told_apart_from_one_that_fails()
    {
        await using var show = new Show();
        Assert.Equal(LedgerFailureKind.NoLog, (await show.Ledger().Try(Show.New(new Start()), Show.Anna)).Failure!.Kind);
    }
}
