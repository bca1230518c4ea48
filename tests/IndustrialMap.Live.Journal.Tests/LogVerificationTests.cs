namespace IndustrialMap.Live.Journal.Tests;

/// <summary>What somebody who checks a whole log is told, with and without a seal that was kept.</summary>
public sealed class LogVerificationTests
{
    private static readonly RecordedEvent[] Log = SealedLog.Of("show", 8);

    private static Task<LogVerification> Verify(IEnumerable<RecordedEvent> log, string? kept = null, long sealedFrom = 1) =>
        LogVerification.Of("show", sealedFrom, log.ToAsyncEnumerable(), kept is null ? null : KeptSeal.Parse(kept));

    private static string Digits(RecordedEvent e) => Convert.ToHexStringLower(e.Seal.Span);

    [Fact]
    public async Task A_whole_log_is_told_with_its_newest_seal()
    {
        var whole = await Verify(Log);
        Assert.Equal((null, 8, Digits(Log[7])), (whole.Damage, whole.Seq, whole.Seal));
        Assert.Equal($"Log \"show\" is whole: 8 events, the newest is 8-{Digits(Log[7])}.", whole.Sentence);
    }

    [Fact]
    public async Task A_log_that_is_older_than_seals_says_what_they_do_not_show() =>
        Assert.Contains("Events 1 to 5 are older than seals", (await Verify(Log, sealedFrom: 6)).Sentence);

    [Fact]
    public async Task A_log_without_events_is_not_called_whole() =>
        Assert.Equal("Log \"show\" has no events.", (await Verify([])).Sentence);

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    public async Task A_log_that_still_has_a_kept_seal_says_so_whatever_came_after(int digits)
    {
        foreach (var e in (RecordedEvent[])[Log[0], Log[4], Log[7]])
        {
            var whole = await Verify(Log, $"{e.Seq}-{Digits(e)[..digits]}");
            Assert.Null(whole.Damage);
            Assert.Contains($"It still has the seal that was kept, {e.Seq}-{Digits(e)[..digits]}.", whole.Sentence);
        }
    }

    [Fact]
    public async Task A_log_whose_newest_events_were_cut_off_is_whole_in_itself_and_not_beside_a_kept_seal()
    {
        Assert.Null((await Verify(Log.Take(5))).Damage);
        Assert.Equal(new("show", 6, LogDamageKind.Cut), (await Verify(Log.Take(5), $"8-{Digits(Log[7])}")).Damage);
        Assert.Equal(new("show", 1, LogDamageKind.Cut), (await Verify([], $"8-{Digits(Log[7])}")).Damage);
    }

    /// <summary>Whoever can write the file can seal again all that follows: only what was kept elsewhere shows it.</summary>
    [Fact]
    public async Task A_log_that_was_written_anew_is_whole_in_itself_and_not_beside_a_kept_seal()
    {
        var chain = LogChain.At(Log[1]);
        var anew = Log.Take(2).ToList();
        foreach (var e in Log.Skip(2))
        {
            anew.Add(chain.Record(new(e.CommandId, e.CommandHash, e.At, e.By, e.Seq == 3 ? "another" : e.Type, e.Data)));
            chain = LogChain.At(anew[^1]);
        }
        Assert.Null((await Verify(anew)).Damage);
        Assert.Equal(new("show", 8, LogDamageKind.Rewritten), (await Verify(anew, $"8-{Digits(Log[7])[..16]}")).Damage);
        Assert.Equal(new("show", 3, LogDamageKind.Rewritten), (await Verify(anew, $"3-{Digits(Log[2])}")).Damage);
        Assert.Null((await Verify(anew, $"2-{Digits(Log[1])}")).Damage);
    }

    /// <summary>Random logs, changed at random in one place: it is found, and named to the event.</summary>
    [Fact]
    public async Task Whatever_is_changed_put_in_taken_out_or_moved_the_first_such_event_is_named()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var log = SealedLog.Of("show", 1 + random.Next(20)).ToList();
            var at = random.Next(log.Count);
            var expected = Break(random, log, at);
            var found = (await Verify(log)).Damage;
            Assert.Equal(expected, found);
            Assert.Contains($"event {expected.Seq} ", found!.Sentence);
        }
    }

    private static LogDamage Break(Random random, List<RecordedEvent> log, int at)
    {
        switch (random.Next(4))
        {
            case 0:
                var data = log[at].Data.ToArray();
                data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
                log[at] = log[at] with { Data = data };
                return new("show", at + 1, LogDamageKind.Changed);
            case 1 when at < log.Count - 1:
                log.RemoveAt(at);
                return new("show", at + 1, LogDamageKind.Missing);
            case 2:
                // A genuine event of this log, put in once more with the next number.
                log.Insert(at + 1, log[at] with { Seq = at + 2 });
                return new("show", at + 2, LogDamageKind.Changed);
            default:
                log.Insert(at + 1, log[at]);
                return new("show", at + 1, LogDamageKind.OutOfOrder);
        }
    }

    [Theory]
    [InlineData("12-0123456789abcdef", "12-0123456789abcdef")]
    [InlineData(" 12-0123456789ABCDEF\n", "12-0123456789abcdef")]
    public void A_kept_seal_may_have_been_written_down_by_hand(string text, string kept) =>
        Assert.Equal(kept, KeptSeal.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("0-0123456789abcdef")]
    [InlineData("-1-0123456789abcdef")]
    [InlineData("12-0123456789abcde")]
    [InlineData("12-0123456789abcdeg")]
    [InlineData("12-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    public void What_is_no_seal_is_refused(string? text)
    {
        Assert.False(KeptSeal.TryParse(text, out _));
        Assert.Contains("16 to 64 hex digits", Assert.Throws<FormatException>(() => KeptSeal.Parse(text!)).Message);
    }
}
