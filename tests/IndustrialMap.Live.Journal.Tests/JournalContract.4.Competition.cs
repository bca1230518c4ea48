namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task An_append_that_expects_another_head_is_refused()
    {
        var journal = Open();
        var second = await Stored(journal.Append("show", Place.Start, Command("a", 2)));
        var first = (await journal.Read("show", 0))[0].Place;
        foreach (var expected in (Place[])[Place.Start, first, new(3, second.Seal), new(long.MaxValue, second.Seal)])
            await WrongPlace(journal.Append("show", expected, [Event("b")]), newest: second);
        Assert.Equal(2, (await journal.Read("show", 0)).Count);
    }

    /// <summary>As after a backup was restored: the caller knows the seq, and another event at it.</summary>
    [Fact]
    public async Task An_append_that_expects_another_event_at_the_right_seq_is_refused()
    {
        var journal = Open();
        var other = await Stored(journal.Append("other", Place.Start, [Event("a")]));
        var newest = await Stored(journal.Append("show", Place.Start, [Event("a")]));
        await WrongPlace(journal.Append("show", other, [Event("b")]), newest);
        Assert.Single(await journal.Read("show", 0));
    }

    [Fact]
    public async Task Of_appends_that_expect_the_same_head_exactly_one_is_stored()
    {
        IJournal[] journals = [Open(), Open(), Open(), Open()];
        var random = new Random(1);
        var head = Place.Start;
        for (var round = 0; round < 40; round++)
        {
            var batches = journals.Select((_, i) => Command($"round {round}, writer {i}", random.Next(1, 9))).ToList();
            var results = await Task.WhenAll(journals.Select((journal, i) => Task.Run(() => journal.Append("show", head, batches[i]))));

            var winner = Array.FindIndex(results, result => result is AppendResult.Appended);
            Assert.Equal(1, results.Count(result => result is AppendResult.Appended));
            Assert.Equal(journals.Length - 1, results.Count(result => result is AppendResult.WrongExpectedPlace));
            var news = await journals[round % journals.Length].Read("show", head.Seq);
            Assert.Equal(batches[winner].Select(e => e.CommandId), news.Select(e => e.CommandId));
            head = news[^1].Place;
        }
        Assert.Equal(Upto(head.Seq), (await journals[0].Read("show", 0)).Select(e => e.Seq));
    }

    [Fact]
    public async Task Processes_that_append_to_one_stream_at_once_leave_no_gap_and_lose_nothing()
    {
        const int Batches = 60;
        string[] names = ["Aqtobe", "Pavlodar", "Shymkent"];
        var appenders = names.Select(name => StartAppender("show", name, Batches)).ToList();
        foreach (var appender in appenders)
        {
            using (appender)
            {
                var answers = (await appender.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                await appender.WaitForExitAsync();
                Assert.Equal(0, appender.ExitCode);
                Assert.Equal(Batches, answers.Length);
            }
        }

        var log = await Open().Read("show", 0);
        Appender.AssertWhole(log);
        Assert.Equal(names.Length * Batches, log.Select(e => e.CommandId).Distinct().Count());
    }
}
