namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task An_append_that_expects_another_head_is_refused()
    {
        var journal = Open();
        await journal.Append("show", 0, Command("a", 2));
        foreach (var expected in (long[])[0, 1, 3, -1, long.MaxValue])
            Assert.Equal(AppendResult.WrongExpectedSeq, await journal.Append("show", expected, [Event("b")]));
        Assert.Equal(2, (await journal.Read("show", 0)).Count);
    }

    [Fact]
    public async Task Of_appends_that_expect_the_same_head_exactly_one_is_stored()
    {
        IJournal[] journals = [Open(), Open(), Open(), Open()];
        var random = new Random(1);
        long head = 0;
        for (var round = 0; round < 40; round++)
        {
            var batches = journals.Select((_, i) => Command($"round {round}, writer {i}", random.Next(1, 9))).ToList();
            var results = await Task.WhenAll(journals.Select((journal, i) => Task.Run(() => journal.Append("show", head, batches[i]))));

            var winner = Array.IndexOf(results, AppendResult.Appended);
            Assert.Equal(1, results.Count(result => result == AppendResult.Appended));
            Assert.Equal(journals.Length - 1, results.Count(result => result == AppendResult.WrongExpectedSeq));
            var news = await journals[round % journals.Length].Read("show", head);
            Assert.Equal(batches[winner].Select(e => e.CommandId), news.Select(e => e.CommandId));
            head += news.Count;
        }
        Assert.Equal(Upto(head), (await journals[0].Read("show", 0)).Select(e => e.Seq));
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
