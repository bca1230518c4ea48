using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>Following a log by a cursor.</summary>
public class FollowingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Who_asks_is_given_what_is_behind_its_place_and_waits_for_what_comes()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        var first = (await After(ledger, Place.Start)).Single();
        var coming = ledger.Turn(one => one.After(first.Place, TimeSpan.FromSeconds(60)));
        await ledger.Send(new Start(), Show.Anna);
        Assert.Equal([2L, 3L], (await coming).Events!.Select(sealedEvent => sealedEvent.Envelope.Seq));
        Assert.Empty((await ledger.Turn(one => one.After(ledger.Place, TimeSpan.FromMilliseconds(10)))).Events!);
    }

    [Fact]
    public async Task What_another_wrote_is_read_for_whoever_has_its_place_already()
    {
        await using var show = await Show.Draft();
        var (ledger, other) = (await show.Ledger().Look(), show.Ledger());
        await other.Send(new Start(), Show.Anna);
        Assert.Empty(await After(ledger, other.Place));
        Assert.Equal(other.Place, ledger.Place);
    }

    [Fact]
    public async Task A_place_of_another_log_is_not_known_whatever_its_seq()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        await ledger.Send(new Start(), Show.Anna);
        foreach (var seq in new long[] { 1, 2, 3, 4, 4000 })
        {
            var (events, failure, _) = await ledger.Turn(one => one.After(new Place(seq, new string('a', Place.SealDigits)), Second));
            Assert.Null(events);
            Assert.Null(failure);
        }
    }

    [Fact]
    public async Task Every_place_of_a_long_log_leads_to_its_end_by_at_most_a_thousand_events_an_answer()
    {
        await using var show = await Show.Draft();
        var ledger = show.Ledger();
        await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => ledger.Send(new ReportReadiness("shymkent", ReadinessItem.Sound, i % 2 == 0), Show.Shymkent)));
        var log = await show.Journal().Read(Show.Id, 0);
        foreach (var start in new[] { 0, 1, 999, 2000, 2900, 3976, 3977, 3978, 4500, 5000, 5001 })
        {
            var place = start == 0 ? Place.Start : log[start - 1].Place;
            var seqs = new List<long>();
            while (await After(ledger, place) is { Count: > 0 } events)
            {
                // Fewer than the most are all there are: whoever follows does not ask again at once.
                Assert.Equal(Math.Min(RecentEvents.MaxAnswered, log.Count - start - seqs.Count), events.Count);
                seqs.AddRange(events.Select(sealedEvent => sealedEvent.Envelope.Seq));
                place = events[^1].Place;
            }
            Assert.Equal(Enumerable.Range(start + 1, 5001 - start).Select(seq => (long)seq), seqs);
            Assert.Equal(log[^1].Place, place);
        }
    }

    [Fact]
    public async Task The_journal_has_nothing_behind_a_place_beyond_its_end()
    {
        await using var show = await Show.Draft();
        Assert.Null(await new LogReader(show.Journal(), Show.Id).After(new(99, new string('a', Place.SealDigits))));
    }

    /// <summary>What has no meaning, and what has none behind the events before it.</summary>
    [Theory]
    [InlineData("type", "teleconference_sung")]
    [InlineData("segmentId", "no-such")]
    public async Task A_log_that_cannot_be_read_is_told_to_who_follows_and_nothing_is_written_behind_it(string name, string value)
    {
        await using var show = await Show.Draft();
        var upcaster = new EventUpcaster(new Dictionary<string, Action<System.Text.Json.Nodes.JsonObject>>
        {
            ["segment_went_on_air"] = json => json[name] = value,
        });
        var ledger = await new LedgerAlone(show.Journal(), TimeProvider.System, upcaster).Look();
        var place = ledger.Place;
        await show.Ledger().Send(new Start(), Show.Anna);
        await ledger.Turn(one => one.Look());
        var (events, failure, _) = await ledger.Turn(one => one.After(place, TimeSpan.Zero));
        Assert.Null(events);
        Assert.Equal(LedgerFailureKind.LogUnreadable, failure!.Kind);
        for (var i = 0; i < 2; i++)
        {
            var told = await ledger.Try(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true)), Show.Shymkent);
            Assert.Equal(LedgerFailureKind.LogUnreadable, told.Failure?.Kind);
        }
        Assert.Equal(3, (await show.Journal().Read(Show.Id, 0)).Count);
    }

    private static async Task<IReadOnlyList<SealedEvent>> After(LedgerAlone ledger, Place place) =>
        (await ledger.Turn(one => one.After(place, TimeSpan.Zero))).Events!;
}
