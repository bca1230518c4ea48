using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>A ledger that comes to a server which has followed its log.</summary>
public sealed class HeardLogsTests : IAsyncLifetime
{
    private static readonly SentCommand Ready = Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true));

    private readonly HeardLogs heard = new(TimeProvider.System);
    private Show show = null!;
    private LedgerAlone first = null!;

    public async Task InitializeAsync()
    {
        show = await Show.Draft();
        first = show.Ledger();
        await first.Send(new Start(), Show.Anna);
        await first.Send(Ready, Show.Shymkent);
        for (var i = 0; i < 20; i++) await first.Send(new ReportReadiness("shymkent", ReadinessItem.Sound, i % 2 == 0), Show.Shymkent);
    }

    public async Task DisposeAsync() => await show.DisposeAsync();

    [Fact]
    public async Task Reads_only_what_is_behind_and_knows_all_that_was_answered()
    {
        await Hear(first, Place.Start);
        var late = Show.New(new CallLaunch(Show.Cans));
        var called = await first.Send(late, Show.Anna);
        var journal = new FailingJournal(show.Journal());
        var second = show.Ledger(journal, heard: heard.Last(Show.Id));
        Assert.Equal(4, (await second.Send(Ready, Show.Shymkent)).Seq);
        Assert.Equal(called, await second.Send(late, Show.Anna));
        Assert.Equal(RefusalCode.NotAllowed, (await second.Send(Ready, Show.Anna)).Refusal);
        Assert.Equal(RefusalCode.CommandIdReused, (await second.Send(new SentCommand(Ready.Id, new ReportReadiness("shymkent", ReadinessItem.Sound, false)), Show.Shymkent)).Refusal);
        // Its newest, to see that the log is that one, and the call.
        Assert.Equal(2, journal.EventsRead);
        Assert.Equal(DomainText(await show.Ledger().Look()), DomainText(second));
        Assert.Null((await second.Send(new ConfirmLaunch(Show.Cans), Show.Shymkent)).Refusal);
        Assert.Equal(second.Place, (await show.Ledger().Look()).Place);
    }

    [Fact]
    public async Task Whoever_asks_for_what_is_before_is_given_it_from_the_journal()
    {
        await Hear(first, Place.Start);
        var second = show.Ledger(heard: heard.Last(Show.Id));
        var events = (await second.Turn(one => one.After(Place.Start, TimeSpan.Zero))).Events!;
        Assert.Equal(Enumerable.Range(1, (int)first.Place.Seq), events.Select(one => (int)one.Envelope.Seq));
        Assert.Empty((await second.Turn(one => one.After(first.Place, TimeSpan.Zero))).Events!);
    }

    [Fact]
    public async Task A_log_that_the_journal_does_not_have_is_forgotten()
    {
        await Hear(first, Place.Start);
        // The same show, from a backup: as long, and another one.
        await using var other = await Show.Draft();
        var there = other.Ledger();
        while (there.State.Seq < first.State.Seq) await there.Send(new ReportReadiness("shymkent", ReadinessItem.Picture, there.State.Seq % 2 == 0), Show.Shymkent);
        var second = other.Ledger(heard: heard.Last(Show.Id));
        Assert.Null((await second.Send(Ready, Show.Shymkent)).Refusal);
        Assert.Equal(DomainText(await other.Ledger().Look()), DomainText(second));
        Assert.Equal(Phase.Draft, second.State.Phase);
        Assert.Equal(RefusalCode.NotStarted, (await second.Send(new CallLaunch(Show.Cans), Show.Anna)).Refusal);

        // And who follows it here is told so, and begins anew.
        heard.Hear(Show.Id, new(null));
        await Hear(second, Place.Start);
        Assert.Equal(second.Place, heard.Last(Show.Id).Log.Place);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Answers_that_overlap_or_come_late_make_the_same_log(int seed)
    {
        var random = new Random(seed);
        var all = (await first.Turn(one => one.After(Place.Start, TimeSpan.Zero))).Events!;
        for (var i = 0; i < 200; i++)
        {
            var from = random.Next(all.Count);
            heard.Hear(Show.Id, new([.. all.Skip(from).Take(random.Next(6))], At: DateTimeOffset.UtcNow));
        }
        var log = heard.Last(Show.Id).Log;
        var read = all.Take((int)log.State.Seq).Aggregate(Teleconference.Initial, (state, one) => state.Apply(one.Envelope));
        Assert.True(log.State.Seq > 0);
        Assert.Equal(DomainText(read), DomainText(log.State));
        Assert.Equal(all[(int)log.State.Seq - 1].Place, log.Place);
        var second = show.Ledger(heard: heard.Last(Show.Id));
        await second.Look();
        Assert.Equal(DomainText(first.State), DomainText(second.State));
    }

    [Fact]
    public async Task What_is_heard_later_is_no_more_the_ledgers()
    {
        var places = (await first.Turn(one => one.After(Place.Start, TimeSpan.Zero))).Events!;
        heard.Hear(Show.Id, new([.. places.Take(5)]));
        var kept = heard.Last(Show.Id);
        heard.Hear(Show.Id, new(places));
        Assert.Equal(5, kept.Log.State.Seq);
        Assert.DoesNotContain(places[^1].CommandId, kept.Log.Answered.Keys);
    }

    private async Task Hear(LedgerAlone ledger, Place after) => heard.Hear(Show.Id, await ledger.Turn(one => one.After(after, TimeSpan.Zero)));

    private static string DomainText(LedgerAlone ledger) => DomainText(ledger.State);

    private static string DomainText(Teleconference state) => System.Text.Json.JsonSerializer.Serialize(state, DomainJson.Options);
}
