using IndustrialMap.Live.Domain;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>A site's line, whose coordinators may be on any server, by a clock that the test moves.</summary>
public sealed class SiteLineTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2021, 9, 28, 5, 0, 0, TimeSpan.Zero));
    private readonly Guid phone = Guid.NewGuid(), tablet = Guid.NewGuid();
    private Show show = null!;
    private FailingJournal journal = null!;
    private Cluster cluster = null!;

    private ISiteGrain Shymkent => cluster.Grains.GetGrain<ISiteGrain>(GrainKey.Of(Show.Id, "shymkent"));

    public async Task InitializeAsync()
    {
        show = await Show.Draft();
        journal = new(show.Journal());
        cluster = await Cluster.Start(journal, clock: clock);
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        await show.DisposeAsync();
    }

    [Fact]
    public async Task It_is_up_once_however_many_connections_there_are_and_lost_when_the_last_has_gone_and_the_grace_is_over()
    {
        await Task.WhenAll(Shymkent.Hold(phone, isShown: false), Shymkent.Hold(tablet, isShown: false));
        await News("site_connected");
        clock.Advance(Leases.Length);
        await Shymkent.Hold(phone, isShown: true);
        await Shymkent.Release(phone);
        clock.Advance(Leases.Grace - Moment);
        await Shymkent.Hold(tablet, isShown: true);
        clock.Advance(Leases.Grace);
        await Shymkent.Release(tablet);
        await Watched();
        await News("site_connected");
        clock.Advance(Leases.Grace);
        await News("site_connected", "site_disconnected");
    }

    /// <summary>Its server died with its connections and its grain: nobody but the ledger wakes the site.</summary>
    [Fact]
    public async Task It_is_lost_when_nobody_renews_and_a_new_activation_waits_for_one_lease_first()
    {
        await Shymkent.Hold(phone, isShown: false);
        await News("site_connected");
        clock.Advance(Leases.Length);
        await cluster.Silos.DeactivateAsync(Shymkent);
        await Watched();
        await News("site_connected");
        clock.Advance(Leases.Length);
        await News("site_connected", "site_disconnected");
    }

    [Fact]
    public async Task What_could_not_be_recorded_is_recorded_when_the_journal_is_back()
    {
        journal.FailBefore = true;
        await Shymkent.Hold(phone, isShown: false);
        await Until(() => Task.FromResult(journal.Failures > 0));
        journal.FailBefore = false;
        // As its server does each second, while it does not see the line as up.
        await Until(async () =>
        {
            await Shymkent.Hold(phone, isShown: false);
            return (await News()).SequenceEqual(["site_connected"]);
        });
    }

    [Fact]
    public async Task Leases_are_renewed_while_a_report_of_the_site_waits_for_the_disk()
    {
        journal.Hold();
        var word = Shymkent.Send(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true)).By(Show.Shymkent));
        await journal.Held.WaitAsync(Patience);
        await Shymkent.Hold(phone, isShown: true).WaitAsync(Patience);
        Assert.False(word.IsCompleted);
        journal.LetGo();
        Assert.Null((await word).Answer!.Refusal);
    }

    /// <summary>Waits until the log says so of the line, and says no more.</summary>
    private async Task News(params string[] expected)
    {
        await Until(async () => (await News()).Length >= expected.Length);
        Assert.Equal(expected, await News());
    }

    private async Task<string[]> News() =>
        [.. (await show.Journal().Read(Show.Id, 0)).Select(e => e.Type).Where(type => type is "site_connected" or "site_disconnected")];

    /// <summary>What the ledger says each second, said now; the second call ends when the first has been heard.</summary>
    private async Task Watched()
    {
        await Shymkent.Watch();
        await Shymkent.Release(Guid.NewGuid());
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition()) await Task.Delay(20, patience.Token);
    }
}
