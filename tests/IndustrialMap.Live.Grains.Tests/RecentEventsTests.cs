using System.Security.Cryptography;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

public class RecentEventsTests
{
    private static readonly SealedEvent[] Log = [.. Enumerable.Range(1, 5000).Select(seq => new SealedEvent(
        new(seq, DateTimeOffset.UnixEpoch, Show.Anna, new CommandAnswered()), SHA256.HashData(BitConverter.GetBytes(seq)), $"{seq}", default))];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(999)]
    [InlineData(5000)]
    public void Each_place_that_is_kept_leads_to_what_is_behind_it_and_at_least_a_thousand_are_kept(int atOnce)
    {
        var recent = new RecentEvents();
        foreach (var added in Log.Chunk(atOnce)) recent.Add(added);
        var kept = Enumerable.Range(0, Log.Length + 1).Where(seq => recent.After(PlaceAt(seq)) is not null).ToArray();
        Assert.Equal(Enumerable.Range(kept[0], Log.Length + 1 - kept[0]), kept);
        Assert.InRange(Log.Length - kept[0], RecentEvents.MaxAnswered, 3 * RecentEvents.MaxAnswered);
        foreach (var seq in kept) Assert.Equal(Log.Skip(seq).Take(RecentEvents.MaxAnswered), recent.After(PlaceAt(seq)));
    }

    [Fact]
    public void Before_much_has_happened_everything_is_kept()
    {
        var recent = new RecentEvents();
        Assert.Empty(recent.After(Place.Start)!);
        recent.Add(Log[..2]);
        Assert.Equal(Log[..2], recent.After(Place.Start));
        Assert.Equal(Log[1..2], recent.After(PlaceAt(1)));
        Assert.Null(recent.After(PlaceAt(3)));
    }

    [Fact]
    public void A_place_of_another_log_is_not_kept_whatever_its_seq()
    {
        var recent = new RecentEvents();
        foreach (var one in Log) recent.Add([one]);
        foreach (var seq in new long[] { 1, 3000, 3976, 4500, 5000, 5001 }) Assert.Null(recent.After(new(seq, new string('a', Place.SealDigits))));
    }

    private static Place PlaceAt(int seq) => seq == 0 ? Place.Start : Log[seq - 1].Place;
}
