using IndustrialMap.Live.Domain.Tests.RandomShows;
using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Who may do what. Each role is tried with every command there is.</summary>
public class Access
{
    private const string Unknown = "no-such";

    /// <summary>Draft; live with the cans called, confirmed and postponed; ended.</summary>
    private static readonly Func<Show>[] Moments =
    [
        () => new Show(Map2021.Plan),
        Show.Live,
        Called,
        () => Called().Accepted(Show.Coordinator(Map2021.CansSite), new ConfirmLaunch(Map2021.Cans)),
        () => Called().Accepted(Show.OperatorA, new PostponeLaunch(Map2021.Cans, Commands.Reason)),
        () => Called().Accepted(Show.OperatorA, Press.End),
    ];

    [Fact]
    public void The_commands_that_are_tried_here_are_all_there_are() =>
        Assert.Equal([.. Commands.Types], AboutTheCans.Select(command => command.GetType()).ToHashSet());

    [Fact]
    public void A_viewer_is_refused_whatever_it_sends()
    {
        RefusedAtEveryMoment(Show.Viewer, AboutTheCans);
        RefusedAtEveryMoment(Show.Viewer, Commands.All(Unknown, Unknown, Unknown));
        RefusedAtEveryMoment(Show.Viewer with { SiteId = Map2021.CansSite }, AboutTheCans);
    }

    [Fact]
    public void A_coordinator_of_another_site_is_refused_whatever_it_sends()
    {
        RefusedAtEveryMoment(Show.Coordinator(Map2021.TransformersSite), AboutTheCans);
        RefusedAtEveryMoment(Show.Coordinator(Unknown), AboutTheCans);
        RefusedAtEveryMoment(new Actor(Role.Coordinator, "Nobody's"), AboutTheCans);
    }

    [Fact]
    public void The_sites_own_coordinator_may_report_and_confirm_and_nothing_else() =>
        RefusedAtEveryMoment(
            Show.Coordinator(Map2021.CansSite), AboutTheCans.Where(command => command is not (ReportReadiness or ConfirmLaunch)));

    [Fact]
    public void A_coordinator_does_not_learn_which_launches_there_are() =>
        Called().Refused(NotAllowed, Show.Coordinator(Map2021.CansSite), new ConfirmLaunch(Unknown));

    [Fact]
    public void An_operator_may_do_all_but_a_sites_own_word_and_the_servers() =>
        RefusedAtEveryMoment(
            Show.OperatorA with { SiteId = Map2021.CansSite },
            AboutTheCans.Where(command => command is ReportReadiness or ReportLink or ReportClockStep or ReportOverdue));

    [Fact]
    public void The_server_may_report_what_it_sees_itself_and_nothing_else() =>
        RefusedAtEveryMoment(
            Actor.Server with { SiteId = Map2021.CansSite }, AboutTheCans.Where(command => command is not (ReportLink or ReportClockStep or ReportOverdue)));

    [Fact]
    public void No_viewer_ever_changes_anything_in_a_random_show() => RandomShow.ForAll(show =>
        Assert.All(show.Turns.Where(turn => turn.By.Role == Role.Viewer), turn =>
        {
            Assert.Equal(NotAllowed, turn.Decision.Refusal?.Code);
            Assert.Same(turn.Before, turn.After);
        }));

    private static Command[] AboutTheCans => Commands.All(Map2021.CansSite, Map2021.Cans, "opening");

    private static void RefusedAtEveryMoment(Actor by, IEnumerable<Command> commands)
    {
        foreach (var command in commands)
            foreach (var moment in Moments)
                moment().Refused(NotAllowed, by, command);
    }

    private static Show Called() => Show.Live().Accepted(Show.OperatorA, new CallLaunch(Map2021.Cans));
}
