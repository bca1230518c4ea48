using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests.Access;

/// <summary>Whichever server a person reaches, the same grain answers.</summary>
public sealed class AccessInTheCluster : IAsyncLifetime
{
    private Show show = null!;
    private FailingJournal journal = null!;
    private Cluster cluster = null!;

    private ISiteGrain Shymkent => cluster.Grains.GetGrain<ISiteGrain>(Keeper.OfSite(Show.Id, "shymkent").Key);

    private IOperatorsGrain Operators => cluster.Grains.GetGrain<IOperatorsGrain>(Keeper.Operators.Key);

    public async Task InitializeAsync()
    {
        show = await Show.Draft();
        journal = new(show.Journal());
        cluster = await Cluster.Start(journal);
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        await show.DisposeAsync();
    }

    [Fact]
    public async Task Invitations_and_sign_ins_survive_their_grains()
    {
        var (site, operators) = (await Shymkent.Invite("Aigul", null), await Operators.Invite(null, null));
        await cluster.Silos.DeactivateAsync(Shymkent);
        await cluster.Silos.DeactivateAsync(Operators);
        Assert.Equal(("Aigul", "shymkent"), ((await Shymkent.Redeem(Secret(site)))!.Name, site.Grant.SiteId));
        Assert.Equal("Operator 1", (await Operators.Redeem(Secret(operators)))!.Name);
        await cluster.Silos.DeactivateAsync(Shymkent);
        Assert.True((await Shymkent.Find(site.Grant.Id))!.Active);
        Assert.Null(await Shymkent.Redeem(Secret(site)));
        Assert.Null(await Shymkent.Redeem(Secret(operators)));
    }

    [Fact]
    public async Task A_renewed_invitation_ends_the_earlier_ones_and_is_in_the_log()
    {
        var old = await Shymkent.Invite("", null);
        await Shymkent.Redeem(Secret(old));
        var renewed = await Shymkent.Invite("", Show.Anna);
        Assert.False((await Shymkent.Find(old.Grant.Id))!.Active);
        Assert.NotNull(await Shymkent.Redeem(Secret(renewed)));
        var told = Assert.Single(await new LogReader(show.Journal(), Show.Id).ReadOn(), read => read.Envelope.Event is InvitationRenewed);
        Assert.Equal((Show.Anna, new InvitationRenewed("shymkent")), (told.Envelope.Actor, told.Envelope.Event));
    }

    [Fact]
    public async Task Rights_are_checked_while_a_report_of_the_site_waits_for_the_disk()
    {
        var invited = await Shymkent.Invite("", null);
        await Shymkent.Redeem(Secret(invited));
        journal.Hold();
        var word = Shymkent.Send(Show.New(new ReportReadiness("shymkent", ReadinessItem.Sound, true)).By(Show.Shymkent));
        await journal.Held.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True((await Shymkent.Find(invited.Grant.Id).WaitAsync(TimeSpan.FromSeconds(20)))!.Active);
        Assert.False(word.IsCompleted);
        journal.LetGo();
        Assert.NotNull((await word).Answer);
    }

    [Fact]
    public async Task Where_the_log_cannot_be_told_of_a_renewal_the_earlier_links_have_ended_all_the_same()
    {
        var old = await Shymkent.Invite("", null);
        journal.FailBefore = true;
        await Assert.ThrowsAsync<AccessUnavailableException>(() => Shymkent.Invite("", Show.Anna));
        journal.FailBefore = false;
        Assert.Null(await Shymkent.Redeem(Secret(old)));
    }

    private static string Secret(Invited invited) => invited.Token.Split('.')[1];
}
