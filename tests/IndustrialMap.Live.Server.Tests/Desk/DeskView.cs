namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>What can be done on what a screen shows, each time with something else of it; null: nothing of the kind.</summary>
internal sealed class DeskView(ControlView view, string name, Random random)
{
    private const string Reason = "Tried at the desk";

    /// <summary>Between these the show stays about as long as it was drafted.</summary>
    private const int Least = DeskPlan.Segments - 10, Most = DeskPlan.Segments + 10;

    private readonly TeleconferenceHeader head = view.Header;

    internal bool IsLast => view.Segments[^1].Id == head.OnAir;

    internal MoveSegment Move() => new(head.OrderVersion, Any(view.Segments).Id, random.Next(10) == 0 ? null : Any(view.Segments).Id);

    internal InsertSegment? Insert() => view.Segments.Count >= Most ? null : new(
        head.OrderVersion, SegmentKind.Video, new($"Film {random.Next(1000)}"), random.Next(1, 120), null,
        random.Next(4) == 0 ? new(12, 0) : null, Any(view.Segments).Id);

    internal RemoveSegment? Remove() => view.Segments.Count <= Least ? null : new(head.OrderVersion, Any(view.Segments).Id);

    internal EditSegment Edit()
    {
        var row = Any(view.Segments);
        return new(row.Seq, row.Id, row.Kind, new($"Edited {random.Next(1000)}"), random.Next(30, 90), row.SiteId, row.FixedTime);
    }

    /// <summary>As by key, most often of what is on air.</summary>
    internal AdjustDuration? Adjust()
    {
        var row = random.Next(3) > 0 ? view.Segments.FirstOrDefault(row => row.Id == head.OnAir) : Any(view.Segments);
        return row is null ? null : new(row.Seq, row.Id, random.Next(2) == 0 ? 30 : -30);
    }

    internal SkipSegment? Skip() => Any(view.Segments.Where(row => !row.Skipped)) is { } row ? new(row.Seq, row.Id) : null;

    internal UnskipSegment? Unskip() => Any(view.Segments.Where(row => row.Skipped)) is { } row ? new(row.Seq, row.Id) : null;

    /// <summary>
    /// Into the first half, so that the show does not run out. A jump from a draft would be two events, which is tried elsewhere.
    /// </summary>
    internal Jump? Jump() => head.Phase == Phase.Draft
        ? null
        : new(head.Step, view.Segments[random.Next(view.Segments.Count / 2)].Id, Open);

    internal Next Next() => Presses.Next(view);

    internal Back Back() => Presses.Back(view);

    internal Hold? Hold() => head.HeldSince is null ? new(head.Step) : null;

    internal Resume? Resume() => head.HeldSince is null ? null : new(head.Step);

    internal End? End() => random.Next(2) == 0
        ? new(head.Step, [.. Ids(launch => launch.State is LaunchState.Planned or LaunchState.Called)])
        : null;

    internal UndoAct? Undo() => view.Acts.GetValueOrDefault(name)?.Undo is { } act ? new(act.Act) : null;

    internal RedoAct? Redo() => view.Acts.GetValueOrDefault(name)?.Redo is { } act ? new(act.Act, Open) : null;

    internal MoveLaunch MoveLaunch()
    {
        var launch = Any(view.Launches);
        var fits = view.Segments.Where(row => row.SiteId is null || row.SiteId == launch.SiteId);
        return new(launch.Id, launch.SegmentId, random.Next(10) == 0 ? null : Any(fits)?.Id);
    }

    /// <summary>What is done with a launch in this state.</summary>
    internal Command? Launch(LaunchState state) => Any(view.Launches.Where(one => one.State == state)) is not { } launch ? null : state switch
    {
        LaunchState.Planned when random.Next(4) == 0 => new PostponeLaunch(launch.Id, Reason, state, launch.Attempt),
        LaunchState.Planned => new CallLaunch(launch.Id, launch.Attempt),
        LaunchState.Called when random.Next(3) == 0 => new ConfirmLaunch(launch.Id, launch.Attempt, Reason),
        LaunchState.Called => new TakeBackCall(launch.Id, launch.Attempt),
        LaunchState.Confirmed => new RetractConfirmation(launch.Id, Reason, launch.Attempt),
        _ => new BringBackLaunch(launch.Id, Reason),
    };

    private string[] Open => [.. Ids(launch => launch.Open)];

    private IEnumerable<string> Ids(Func<LaunchRow, bool> which) => view.Launches.Where(which).Select(launch => launch.Id);

    private T Any<T>(IReadOnlyList<T> rows) where T : class => rows[random.Next(rows.Count)];

    private T? Any<T>(IEnumerable<T> rows) where T : class =>
        rows.ToArray() is { Length: > 0 } some ? some[random.Next(some.Length)] : null;
}
