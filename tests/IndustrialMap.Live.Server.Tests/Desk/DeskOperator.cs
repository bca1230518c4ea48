using System.Collections.Concurrent;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>Somebody at a control room's desk, who looks, and does one of all things that can be done, at random.</summary>
internal sealed class DeskOperator(Person person, string name, Random random)
{
    private const string Reason = "Tried at the desk";

    /// <summary>Each act as often as its weight says.</summary>
    private static readonly (int Weight, Func<DeskView, Command?> Act)[] Acts =
    [
        (8, desk => desk.Move()), (4, desk => desk.Insert()), (3, desk => desk.Remove()), (5, desk => desk.Edit()),
        (6, desk => desk.Adjust()), (3, desk => desk.Skip()), (4, desk => desk.Unskip()), (1, desk => desk.Jump()), (1, desk => desk.Next()), (1, desk => desk.Back()),
        (1, desk => desk.Hold()), (8, desk => desk.Resume()), (7, desk => desk.Undo()), (25, desk => desk.Redo()),
        (5, desk => desk.MoveLaunch()), (2, desk => desk.Launch(LaunchState.Planned)), (3, desk => desk.Launch(LaunchState.Called)),
        (1, desk => desk.Launch(LaunchState.Confirmed)), (1, desk => desk.Launch(LaunchState.Postponed)), (1, desk => desk.End()),
    ];

    /// <summary>What this operator's screen has shown, by the seq of the view.</summary>
    internal ConcurrentDictionary<long, string> Seen { get; } = new();

    internal async Task<(Command, string?)?> Next()
    {
        var view = await person.Control(DeskPlan.Id);
        Seen[view.Seq] = PlainShow.Picture(view);
        // The autopilot waits until every site is ready, which these rarely are for long.
        if (view.Header.Phase == Phase.Draft && random.Next(20) == 0) return (new Start(), null);
        if (view.Header.Phase == Phase.Ended) return (new Reopen(view.Header.Step, Reason), null);
        var desk = new DeskView(view, name, random);
        // The show goes on as long as the trial does: from its last segment somebody jumps back.
        if (desk.IsLast && random.Next(3) > 0 && desk.Jump() is { } jump) return (jump, null);
        return Pick()(desk) is { } command ? (command, null) : null;
    }

    private Func<DeskView, Command?> Pick()
    {
        var at = random.Next(Acts.Sum(one => one.Weight));
        return Acts.First(one => (at -= one.Weight) < 0).Act;
    }
}
