using FsCheck;
using FsCheck.Fluent;

namespace IndustrialMap.Live.Domain.Tests.RandomShows;

internal enum Sender { OperatorA, OperatorB, OwnCoordinator, OtherCoordinator, Viewer, Server }

internal enum Ask
{
    Start, Next, Jump, Back, Hold, Resume, End, Reopen, MoveSegment, InsertSegment, RemoveSegment, EditSegment, AdjustDuration, SkipSegment,
    UnskipSegment, Undo, Redo, ReportReadiness, ReportLink, RenewInvitation, ReportClockStep,
    CallLaunch, ConfirmLaunch, RetractConfirmation, PostponeLaunch, BringBackLaunch, TakeBackCall, ReportOverdue, MoveLaunch,
}

/// <summary>How well the sender knows the state: as it is, as it was a step ago, as something else, or not at all.</summary>
internal enum Belief { Right, Stale, Wrong, Unknown }

/// <summary>
/// Sent once; at once again, under the same id or as a new command; or in its place an earlier command again, word for word
/// or under its id alone.
/// </summary>
internal enum Repeat { Once, Twice, TwiceAsNew, EarlierAgain, EarlierId }

/// <summary>
/// A command before it is addressed. It becomes one only when its turn comes, because a random name would hardly ever
/// be that of the segment on air, and the show would never get anywhere.
/// </summary>
/// <param name="Which">Picks the launch, site or segment, by remainder.</param>
internal sealed record RandomStep(Sender Sender, Ask Ask, int Which, Belief Belief, string? Reason, bool Yes, Repeat Repeat)
{
    private const string Nobody = "no-such";

    public static readonly Gen<RandomStep> Any =
        from sender in Weighted(
            (5, Sender.OperatorA), (4, Sender.OperatorB), (6, Sender.OwnCoordinator), (1, Sender.OtherCoordinator),
            (1, Sender.Viewer), (2, Sender.Server))
        from ask in Weighted(
            (6, Ask.Start), (10, Ask.Next), (4, Ask.Jump), (5, Ask.Back), (3, Ask.Hold), (3, Ask.Resume), (2, Ask.End), (3, Ask.Reopen),
            (4, Ask.MoveSegment), (4, Ask.InsertSegment), (4, Ask.RemoveSegment), (4, Ask.EditSegment), (3, Ask.AdjustDuration),
            (4, Ask.SkipSegment), (3, Ask.UnskipSegment), (4, Ask.MoveLaunch), (9, Ask.Undo), (7, Ask.Redo), (4, Ask.TakeBackCall),
            (4, Ask.ReportOverdue), (5, Ask.ReportReadiness), (10, Ask.ReportLink),
            (1, Ask.RenewInvitation), (4, Ask.ReportClockStep), (15, Ask.CallLaunch), (25, Ask.ConfirmLaunch), (8, Ask.RetractConfirmation),
            (5, Ask.PostponeLaunch), (5, Ask.BringBackLaunch))
        from which in Gen.Choose(0, 1_000)
        from belief in Weighted((8, Belief.Right), (1, Belief.Stale), (1, Belief.Wrong), (1, Belief.Unknown))
        from reason in Weighted(
            (12, "the line was down"), (2, "  байланыс «үзілді» \"\n"), (1, "🏭 + <b> & '"), (1, new string('x', 500)),
            (1, new string('x', 501)), (1, " \t "), (1, ""), (1, null), (1, "гра\u202Eница"))
        from yes in Gen.Elements(true, true, false)
        from repeat in Weighted(
            (12, Repeat.Once), (2, Repeat.Twice), (2, Repeat.TwiceAsNew), (1, Repeat.EarlierAgain), (1, Repeat.EarlierId))
        select new RandomStep(sender, ask, which, belief, reason, yes, repeat);

    public (Actor By, Command Command) At(Teleconference state)
    {
        var plan = state.Plan!;
        var launch = Belief == Belief.Unknown ? null : Pick(state.Launches, Which);
        var site = Belief == Belief.Unknown ? Nobody : Pick(state.Sites, Which)!.Id;
        var launchId = launch?.Id ?? Nobody;
        var aboutLaunch = Ask >= Ask.CallLaunch;
        var own = aboutLaunch ? plan.Launches.FirstOrDefault(l => l.Id == launchId)?.Site ?? Nobody : site;
        var other = Pick([.. state.Sites.Select(s => s.Id).Where(id => id != own), "site-elsewhere"], Which)!;
        Actor by = Sender switch
        {
            Sender.OperatorA => Show.OperatorA,
            Sender.OperatorB => Show.OperatorB,
            Sender.OwnCoordinator => Show.Coordinator(own),
            Sender.OtherCoordinator => Show.Coordinator(other),
            Sender.Viewer => Show.Viewer,
            _ => Actor.Server,
        };
        if (Ask is Ask.ReportClockStep or Ask.ReportOverdue && Yes) by = Actor.Server;
        Command command = Ask switch
        {
            Ask.Start => new Start(),
            < Ask.ReportReadiness => new RandomOrderStep(state, Which, Belief, Reason, Yes).Of(Ask, by),
            Ask.MoveLaunch => new RandomOrderStep(state, Which, Belief, Reason, Yes).MoveLaunch(launchId),
            Ask.TakeBackCall => new TakeBackCall(launchId, Attempt(launch) ?? 1),
            Ask.ReportOverdue => new ReportOverdue(
                launchId, state.LaunchSlice(launchId)?.Seq ?? 0, (launch?.ChangedAt ?? DateTimeOffset.UnixEpoch).AddSeconds(Which)),
            Ask.ReportReadiness => new ReportReadiness(site, (ReadinessItem)(Which % 5), Yes),
            Ask.ReportLink => new ReportLink(site, Yes),
            Ask.RenewInvitation => new RenewInvitation(site),
            Ask.ReportClockStep => new ReportClockStep((Which - 500) * 21_600),
            Ask.CallLaunch => new CallLaunch(launchId, Attempt(launch)),
            Ask.ConfirmLaunch => new ConfirmLaunch(launchId, Attempt(launch), Reason),
            Ask.RetractConfirmation => new RetractConfirmation(launchId, Reason!, Attempt(launch)),
            Ask.PostponeLaunch => new PostponeLaunch(launchId, Reason!, Belief == Belief.Wrong ? LaunchState.Called : launch?.State, Attempt(launch)),
            _ => new BringBackLaunch(launchId, Reason!),
        };
        return (by, command);
    }

    private int? Attempt(Launch? launch) => Belief switch
    {
        Belief.Right => Yes ? launch?.Attempt : null,
        Belief.Stale => launch?.Attempt - 1,
        _ => Which,
    };

    private static T? Pick<T>(IReadOnlyList<T> all, int which) => all.Count == 0 ? default : all[which % all.Count];

    private static Gen<T> Weighted<T>(params (int Weight, T Value)[] all) =>
        Gen.Frequency([.. all.Select(one => (one.Weight, Gen.Constant(one.Value)))]);
}
