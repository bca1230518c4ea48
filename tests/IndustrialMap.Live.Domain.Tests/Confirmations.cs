using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Who confirms, what is answered, and what comes twice or late.</summary>
public class Confirmations
{
    private static readonly Actor Site = Show.Coordinator(Map2021.CansSite);

    [Fact]
    public void The_sites_own_coordinator_confirms_without_a_reason()
    {
        var show = Called().Accepted(Site, new ConfirmLaunch(Map2021.Cans));
        var launch = show.State.Launch(Map2021.Cans)!;
        Assert.False(launch.ConfirmedForSite);
        Assert.Null(launch.Reason);
    }

    [Fact]
    public void A_reason_that_the_coordinator_sends_along_is_not_kept()
    {
        var show = Called().Accepted(Site, new ConfirmLaunch(Map2021.Cans, Reason: "We are live"));
        Assert.Equal(new LaunchConfirmed(Map2021.Cans, null), show.Log[^1].Event);
    }

    [Fact]
    public void An_operator_confirms_for_the_site_with_a_reason_and_it_shows()
    {
        var show = Called().Accepted(Show.OperatorB, new ConfirmLaunch(Map2021.Cans, Reason: Commands.Reason));
        var launch = show.State.Launch(Map2021.Cans)!;
        Assert.True(launch.ConfirmedForSite);
        Assert.Equal(Commands.Reason, launch.Reason);
    }

    [Fact]
    public void A_retraction_wipes_out_that_an_operator_had_confirmed_for_the_site()
    {
        var show = Called()
            .Accepted(Show.OperatorA, new ConfirmLaunch(Map2021.Cans, Reason: Commands.Reason))
            .Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"))
            .Accepted(Site, new ConfirmLaunch(Map2021.Cans));
        Assert.False(show.State.Launch(Map2021.Cans)!.ConfirmedForSite);
    }

    [Fact]
    public void Confirming_twice_changes_nothing()
    {
        var show = Called().Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1));
        show.AcceptedButNothingChanges(Site, new ConfirmLaunch(Map2021.Cans, 1));
        show.AcceptedButNothingChanges(Site, new ConfirmLaunch(Map2021.Cans));
        show.AcceptedButNothingChanges(Show.OperatorA, new ConfirmLaunch(Map2021.Cans, Reason: Commands.Reason));
        Assert.Equal(1, show.State.Totals.Today.Projects);
    }

    [Fact]
    public void A_confirmation_of_a_called_launch_counts_after_the_end_too()
    {
        var show = Called().Accepted(Show.OperatorA, Press.End).Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1));
        Assert.Equal(1, show.State.Totals.Today.Projects);
    }

    [Fact]
    public void A_confirmation_can_be_retracted_and_given_again_after_the_end() => Called()
        .Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1))
        .Accepted(Show.OperatorA, Press.End)
        .Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"))
        .Accepted(Site, new ConfirmLaunch(Map2021.Cans, 2));

    [Fact]
    public void A_stale_attempt_is_refused_after_a_retraction() => Called()
        .Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1))
        .Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"))
        .Refused(CallSuperseded, Site, new ConfirmLaunch(Map2021.Cans, 1));

    [Fact]
    public void A_stale_attempt_is_refused_after_the_launch_was_postponed_and_called_anew() => Called()
        .Accepted(Show.OperatorA, new PostponeLaunch(Map2021.Cans, "Fog"))
        .Accepted(Show.OperatorA, new BringBackLaunch(Map2021.Cans, "The fog is gone"))
        .Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans))
        .Refused(CallSuperseded, Site, new ConfirmLaunch(Map2021.Cans, 1));

    [Fact]
    public void A_stale_attempt_is_refused_from_an_operator_too() => Called()
        .Refused(CallSuperseded, Show.OperatorA, new ConfirmLaunch(Map2021.Cans, 0, Commands.Reason));

    [Fact]
    public void A_stale_attempt_is_refused_even_when_the_launch_is_confirmed() => Called()
        .Accepted(Site, new ConfirmLaunch(Map2021.Cans, 1))
        .Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"))
        .Accepted(Site, new ConfirmLaunch(Map2021.Cans, 2))
        .Refused(CallSuperseded, Site, new ConfirmLaunch(Map2021.Cans, 1));

    [Fact]
    public void A_call_and_a_retraction_each_open_a_new_attempt_and_nothing_else_does()
    {
        var show = Show.Live();
        Assert.Equal(0, Attempt(show));
        Assert.Equal(1, Attempt(show.Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans))));
        Assert.Equal(1, Attempt(show.Accepted(Site, new ConfirmLaunch(Map2021.Cans))));
        Assert.Equal(2, Attempt(show.Accepted(Show.OperatorA, new RetractConfirmation(Map2021.Cans, "Told too early"))));
        Assert.Equal(2, Attempt(show.Accepted(Show.OperatorA, new PostponeLaunch(Map2021.Cans, "Fog"))));
        Assert.Equal(2, Attempt(show.Accepted(Show.OperatorA, new BringBackLaunch(Map2021.Cans, "The fog is gone"))));
    }

    private static Show Called() => Show.Live().Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans));

    private static int Attempt(Show show) => show.State.Launch(Map2021.Cans)!.Attempt;
}
