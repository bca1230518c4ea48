using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Grains.Tests;

public class LeasesTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider clock = new();
    private readonly Guid phone = Guid.NewGuid(), tablet = Guid.NewGuid();

    [Fact]
    public void Of_what_was_before_nothing_is_known_for_the_length_of_a_lease()
    {
        var leases = new Leases(clock);
        clock.Advance(Leases.Length - Moment);
        Assert.True(leases.IsLineUp());
        clock.Advance(Moment);
        Assert.False(leases.IsLineUp());
    }

    [Fact]
    public void A_lease_that_is_renewed_lasts_and_one_that_is_not_has_ended_after_its_length()
    {
        var leases = Known();
        for (var second = 0; second < 60; second++)
        {
            leases.Hold(phone);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(leases.IsLineUp());
        }
        clock.Advance(Leases.Length - TimeSpan.FromSeconds(1) - Moment);
        Assert.True(leases.IsLineUp());
        clock.Advance(Moment);
        Assert.False(leases.IsLineUp());
    }

    [Fact]
    public void A_line_that_was_closed_and_is_back_within_the_grace_was_never_lost()
    {
        var leases = Known();
        leases.Hold(phone);
        leases.Release(phone);
        clock.Advance(Leases.Grace - Moment);
        Assert.True(leases.IsLineUp());
        leases.Hold(tablet);
        clock.Advance(Leases.Grace);
        Assert.True(leases.IsLineUp());
    }

    [Fact]
    public void The_line_is_up_until_the_last_connection_has_gone()
    {
        var leases = Known();
        leases.Hold(phone);
        leases.Hold(tablet);
        leases.Release(phone);
        clock.Advance(Leases.Grace);
        Assert.True(leases.IsLineUp());
        leases.Release(tablet);
        clock.Advance(Leases.Grace);
        Assert.False(leases.IsLineUp());
    }

    /// <summary>What is sent late must not bring back what has ended.</summary>
    [Fact]
    public void To_release_what_nobody_holds_is_nothing()
    {
        var leases = Known();
        leases.Release(phone);
        Assert.False(leases.IsLineUp());
    }

    private Leases Known()
    {
        var leases = new Leases(clock);
        clock.Advance(Leases.Length);
        return leases;
    }
}
