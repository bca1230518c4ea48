using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>A site's readiness, link and invitation.</summary>
public class Sites
{
    private const string Id = Map2021.CansSite;
    private static readonly Actor Coordinator = Show.Coordinator(Id);

    [Fact]
    public void Nothing_is_known_of_a_site_before_it_speaks() =>
        Assert.Equal(new Site(Id, new Readiness()), new Show(Map2021.Plan).State.Site(Id));

    [Theory]
    [InlineData(ReadinessItem.Picture)]
    [InlineData(ReadinessItem.Sound)]
    [InlineData(ReadinessItem.Talkback)]
    [InlineData(ReadinessItem.People)]
    [InlineData(ReadinessItem.Safety)]
    public void A_word_on_one_item_leaves_the_others_unsaid(ReadinessItem item)
    {
        var show = new Show(Map2021.Plan).Accepted(Coordinator, new ReportReadiness(Id, item, true));
        var readiness = show.State.Site(Id)!.Readiness;
        foreach (var each in Enum.GetValues<ReadinessItem>()) Assert.Equal(each == item ? true : null, readiness[each]);
        Assert.Equal(show.Now, readiness.At);
    }

    [Fact]
    public void A_site_is_ready_when_every_item_is_and_not_ready_when_one_is_not()
    {
        var show = new Show(Map2021.Plan);
        foreach (var item in Enum.GetValues<ReadinessItem>())
        {
            Assert.Null(show.State.Site(Id)!.Readiness.All);
            show.Accepted(Coordinator, new ReportReadiness(Id, item, true));
        }
        Assert.True(show.State.Site(Id)!.Readiness.All);
        foreach (var item in Enum.GetValues<ReadinessItem>())
        {
            show.Accepted(Coordinator, new ReportReadiness(Id, item, false));
            Assert.False(show.State.Site(Id)!.Readiness.All);
            show.Accepted(Coordinator, new ReportReadiness(Id, item, true));
        }
    }

    [Fact]
    public void The_same_word_said_again_makes_the_answer_younger()
    {
        var show = new Show(Map2021.Plan)
            .Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true))
            .Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true));
        Assert.Equal(show.Now, show.State.Site(Id)!.Readiness.At);
    }

    [Fact]
    public void Each_word_keeps_its_own_time()
    {
        var show = new Show(Map2021.Plan).Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true));
        var before = show.Now;
        show.Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Safety, false));
        Assert.NotEqual(before, show.Now);
        Assert.Equal(new ReadinessTimes(Sound: before, Safety: show.Now), show.State.Site(Id)!.Readiness.Times);
    }

    [Fact]
    public void Readiness_is_taken_until_the_end() => Show.Live()
        .Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true))
        .Accepted(Show.OperatorA, Press.End)
        .Refused(AlreadyEnded, Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true));

    [Fact]
    public void A_link_is_as_it_is_since_it_last_changed()
    {
        var show = new Show(Map2021.Plan).Accepted(Actor.Server, new ReportLink(Id, true));
        Assert.Equal((true, show.Now), Link(show));
        show.AcceptedButNothingChanges(Actor.Server, new ReportLink(Id, true));
        show.Accepted(Actor.Server, new ReportLink(Id, false));
        Assert.Equal((false, show.Now), Link(show));
        show.AcceptedButNothingChanges(Actor.Server, new ReportLink(Id, false));
    }

    [Fact]
    public void A_link_that_was_never_there_cannot_go() =>
        new Show(Map2021.Plan).AcceptedButNothingChanges(Actor.Server, new ReportLink(Id, false));

    [Fact]
    public void A_sites_last_action_is_its_latest_report_or_confirmation()
    {
        var show = Show.Live().Accepted(Coordinator, new ReportReadiness(Id, ReadinessItem.Sound, true));
        Assert.Equal(show.Now, show.State.Site(Id)!.LastActionAt);
        show.Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans)).Accepted(Coordinator, new ConfirmLaunch(Map2021.Cans));
        Assert.Equal(show.Now, show.State.Site(Id)!.LastActionAt);
    }

    [Fact]
    public void What_others_do_for_a_site_is_not_its_action()
    {
        var show = Show.Live()
            .Accepted(Actor.Server, new ReportLink(Id, true))
            .Accepted(Show.OperatorA, new RenewInvitation(Id))
            .Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans))
            .Accepted(Show.OperatorA, new ConfirmLaunch(Map2021.Cans, Reason: Commands.Reason));
        Assert.Null(show.State.Site(Id)!.LastActionAt);
    }

    [Fact]
    public void A_renewed_invitation_is_on_the_trail_and_changes_nothing_else()
    {
        var before = new Show(Map2021.Plan);
        var site = before.State.Site(Id);
        var after = before.Accepted(Show.OperatorA, new RenewInvitation(Id));
        Assert.Equal(new InvitationRenewed(Id), after.Log[^1].Event);
        Assert.Equal(site, after.State.Site(Id));
    }

    [Fact]
    public void A_site_that_the_plan_does_not_have_is_unknown()
    {
        var show = Show.Live();
        show.Refused(UnknownSite, Show.Coordinator("no-such"), new ReportReadiness("no-such", ReadinessItem.Sound, true));
        show.Refused(UnknownSite, Actor.Server, new ReportLink("no-such", true));
        show.Refused(UnknownSite, Show.OperatorA, new RenewInvitation("no-such"));
    }

    private static (bool?, DateTimeOffset?) Link(Show show) => (show.State.Site(Id)!.Connected, show.State.Site(Id)!.LinkSince);
}
