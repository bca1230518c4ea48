using System.Globalization;

namespace IndustrialMap.Live.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task What_was_appended_is_there_after_the_journal_was_closed_and_opened_again()
    {
        var first = Open();
        var third = await Stored(first.Append("show", Place.Start, Command("a", 3)));
        await Close(first);

        var second = Open();
        Assert.Equal(["1", "2", "3"], (await second.Read("show", 0)).Select(TextOf));
        await AlreadyStored(second.Append("show", third, [Event("a")]));
        await Stored(second.Append("show", third, [Event("b")]));
    }

    [Fact]
    public async Task A_killed_process_loses_nothing_that_it_acknowledged_and_leaves_no_half_append()
    {
        var random = new Random(20171206);
        long acknowledged = 0;
        for (var round = 1; round <= 8; round++)
        {
            var kill = round + random.Next(60);
            using var appender = StartAppender("show", $"round {round}", 5_000);
            for (var answers = 0; await appender.StandardOutput.ReadLineAsync() is { } line; answers++)
            {
                acknowledged = long.Parse(line, CultureInfo.InvariantCulture);
                // It goes on appending while it dies; what it still says it has acknowledged counts.
                if (answers == kill) appender.Kill();
            }
            await appender.WaitForExitAsync();
            Assert.Equal(128 + 9, appender.ExitCode);

            var journal = Open();
            var log = await journal.Read("show", 0);
            Assert.True(log.Count >= acknowledged, $"Round {round}: {acknowledged} acknowledged, {log.Count} there.");
            Appender.AssertWhole(log);
            await Close(journal);
        }
    }
}
