namespace IndustrialMap.Live.Domain.Tests.RandomShows;

/// <summary>A command about the running order, as somebody gives it who knows the state as well as <paramref name="Belief"/> says.</summary>
internal sealed record RandomOrderStep(Teleconference State, int Which, Belief Belief, string? Reason, bool Yes)
{
    private static readonly Text?[] Titles =
    [
        new("Film"), new("Film"), new(" Film ", " "), null, new(Ru: new string('я', 301)), new(Kk: "Үзі\u202Eліс"), new(" "),
    ];

    private RunningOrder Order => State.Order;
    private Segment Any => Order.Segments[Which % Order.Segments.Length];
    private string AnyId => Belief == Belief.Unknown ? "no-such" : Any.Id;
    private long? Step => Seen(Order.Step);
    private long? Version => Seen(Order.Version);
    private long? Row => Seen(Any.Seq);
    private string? Before => Which % 4 == 0 ? null : Order.Segments[Which / 4 % Order.Segments.Length].Id;
    private Text? Title => Titles[Which % Titles.Length];
    private int Seconds => Which % 11 == 0 ? 86_401 : Which;
    private string? Site => Which % 3 == 0 ? null : Belief == Belief.Wrong ? "no-such" : State.Sites[Which % State.Sites.Length].Id;

    internal Command Of(Ask ask, Actor by) => ask switch
    {
        Ask.Next => new Next(Step, (Yes ? Order.Next?.Id : null) ?? AnyId, Open(OpenLaunches.Now(State))),
        Ask.Jump => new Jump(Step, AnyId, Open(OpenLaunches.Now(State))),
        Ask.Back => new Back(Step),
        Ask.Hold => new Hold(Step),
        Ask.Resume => new Resume(Step),
        Ask.End => new End(Step, Open(OpenLaunches.AtEnd(State))),
        Ask.Reopen => new Reopen(Step, Reason!),
        Ask.MoveSegment => new MoveSegment(Version, AnyId, Before),
        Ask.InsertSegment => new InsertSegment(Version, SegmentKind.Video, Title, Seconds, Site, Yes ? null : new(12, 0), Before),
        Ask.RemoveSegment => new RemoveSegment(Version, AnyId),
        Ask.EditSegment => new EditSegment(Row, AnyId, SegmentKind.Speech, Title, Seconds, Site, Yes ? null : new(12, 0)),
        Ask.AdjustDuration => new AdjustDuration(Row, AnyId, Which % 5 == 0 ? 0 : Yes ? 30 : -30),
        Ask.SkipSegment => new SkipSegment(Row, AnyId),
        Ask.UnskipSegment => new UnskipSegment(Row, AnyId),
        Ask.Undo => new UndoAct(Seen(Order.UndoableBy(by.Name)?.Seq ?? 0) ?? 0),
        Ask.Redo => new RedoAct(Seen(Order.RedoableBy(by.Name)?.Seq ?? 0) ?? 0, Open(OpenLaunches.Now(State))),
        _ => throw new ArgumentOutOfRangeException(nameof(ask)),
    };

    internal MoveLaunch MoveLaunch(string launchId)
    {
        var from = Order.Holding(launchId)?.Id;
        return new(launchId, Belief is Belief.Stale or Belief.Wrong ? AnyId : from, Which % 5 == 0 ? null : AnyId);
    }

    private long? Seen(long now) => Belief switch
    {
        Belief.Right => now,
        Belief.Stale => now - 1,
        Belief.Wrong => null,
        _ => now,
    };

    private string[]? Open(IEnumerable<Launch> open) =>
        Belief == Belief.Stale ? null : Belief == Belief.Wrong ? ["no-such"] : [.. Yes ? open.Select(launch => launch.Id) : open.Select(launch => launch.Id).Skip(1)];
}
