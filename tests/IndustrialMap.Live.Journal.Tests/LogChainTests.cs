namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What a reader that follows a log is told of it.</summary>
public sealed class LogChainTests
{
    private static readonly RecordedEvent[] Log = SealedLog.Of("show", 6);

    private static LogDamage? Damage(IEnumerable<RecordedEvent> log)
    {
        try
        {
            LogChain.Start("show").Follow(log);
            return null;
        }
        catch (LogDamagedException e)
        {
            Assert.Contains("\"show\"", e.Message);
            Assert.Contains($"event {e.Damage.Seq} ", e.Message);
            return e.Damage;
        }
    }

    [Fact]
    public void A_log_that_is_whole_is_followed_to_its_end_in_any_steps()
    {
        Assert.Equal(Log[^1].Place, LogChain.Start("show").Follow(Log).Place);
        Assert.Equal(Log[^1].Place, LogChain.Start("show").Follow(Log.Take(2)).Follow([]).Follow(Log.Skip(2)).Place);
        Assert.Equal(Place.Start, LogChain.Start("show").Follow([]).Place);
    }

    [Fact]
    public void An_event_that_is_not_there_is_named() =>
        Assert.Equal(new("show", 3, LogDamageKind.Missing), Damage([.. Log.Take(2), .. Log.Skip(3)]));

    [Fact]
    public void The_first_event_that_was_changed_is_named() =>
        Assert.Equal(new("show", 3, LogDamageKind.Changed),
            Damage([.. Log.Take(2), Log[2] with { Type = "x" }, Log[3], Log[4] with { Type = "x" }]));

    [Fact]
    public void Events_in_another_order_or_twice_are_named()
    {
        Assert.Equal(new("show", 2, LogDamageKind.OutOfOrder), Damage([.. Log.Take(2), Log[1], Log[2]]));
        Assert.Equal(new("show", 1, LogDamageKind.OutOfOrder), Damage([.. Log.Take(2), Log[0]]));
        Assert.Equal(new("show", 2, LogDamageKind.Missing), Damage([Log[0], Log[2], Log[1]]));
    }

    [Fact]
    public void Events_of_another_log_fit_nowhere() =>
        Assert.Equal(new("show", 3, LogDamageKind.Changed), Damage([.. Log.Take(2), .. SealedLog.Of("rehearsal", 3).Skip(2)]));

    [Fact]
    public void A_log_cannot_end_before_what_was_read_of_it_nor_with_another_seal_there()
    {
        var chain = LogChain.At(Log[2]);
        Assert.Null(chain.Check(Log[2].Place));
        Assert.Null(chain.Check(Log[5].Place));
        Assert.Equal(new("show", 3, LogDamageKind.Cut), chain.Check(Log[1].Place));
        Assert.Equal(new("show", 1, LogDamageKind.Cut), chain.Check(Place.Start));
        Assert.Equal(new("show", 3, LogDamageKind.Rewritten), chain.Check(SealedLog.Of("other", 3)[2].Place));
    }
}
