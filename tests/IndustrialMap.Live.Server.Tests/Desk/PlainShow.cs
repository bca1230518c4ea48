using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>
/// A show counted a second time from its log's JSON alone, by lists, copies and piles: nothing of the rules is used. At each event the
/// order is what was drafted and inserted without what was removed, and one segment at most is on air.
/// </summary>
internal sealed class PlainShow
{
    private readonly PlainOrder order = new();
    private readonly PlainLaunches launches = new();
    private readonly PlainActs acts = new();
    private readonly HashSet<string> there = [];
    private string phase = "draft";

    internal void Take(LoggedEvent logged)
    {
        var (type, e, who) = (logged.Event.Name("type")!, logged.Event, logged.By.Name);
        switch (type)
        {
            case "teleconference_drafted_2":
                order.Draft(e.GetProperty("plan"));
                launches.Draft(e.GetProperty("plan"));
                there.UnionWith(order.Ids);
                break;
            case "teleconference_started":
                phase = "live";
                break;
            case "teleconference_ended":
                phase = "ended";
                order.Leave();
                order.Step = logged.Seq;
                acts.Forget(act => PlainOrder.IsOfTheAir(act.Type));
                break;
            case "teleconference_reopened":
                phase = "live";
                order.Reopen(logged.Seq);
                break;
            case "undone":
                var undone = acts.TakeBack(who, e.GetProperty("act").GetInt64(), e.Name("what")!);
                undone.Back(logged.Seq);
                ComesOrGoes(undone, back: true);
                break;
            case "redone":
                var redone = acts.TakeAgain(who, e.GetProperty("act").GetInt64(), e.Name("what")!);
                redone = redone with { Back = order.Do(redone.Type, redone.Event, logged.Seq)! };
                acts.DidAgain(who, redone);
                ComesOrGoes(redone, back: false);
                break;
            case "launch_called" or "launch_confirmed" or "confirmation_retracted" or "launch_postponed" or "launch_brought_back"
                or "call_taken_back" or "confirmation_overdue":
                launches.Take(type, e);
                break;
            default:
                var first = PlainOrder.IsOfTheAir(type) && order.OnAir is null;
                if (order.Do(type, e, logged.Seq) is not { } back) break;
                var act = new PlainAct(logged.Seq, type, e, back);
                ComesOrGoes(act, back: false);
                if (!first) acts.Did(who, act);
                break;
        }
        Assert.Equal(there.Order(StringComparer.Ordinal), order.Ids.Order(StringComparer.Ordinal));
        Assert.Equal(phase == "live" && type != "teleconference_started" ? 1 : 0, order.CountOnAir);
    }

    private void ComesOrGoes(PlainAct act, bool back)
    {
        if (act.Type is not ("segment_inserted" or "segment_removed")) return;
        var inserted = act.Type == "segment_inserted";
        var id = inserted ? act.Event.GetProperty("segment").Name("id")! : act.Event.Name("segmentId")!;
        Assert.True(inserted != back ? there.Add(id) : there.Remove(id), $"{act.Type} of {id}, back: {back}");
    }

    /// <summary>All that is counted, as <see cref="Picture(ControlView)"/> says what a screen shows.</summary>
    internal string Picture() => string.Join('\n', (string[])
    [
        Head(phase, order.OnAir, order.IsHeld, order.Step, order.Version, launches.Confirmed),
        .. order.Lines(),
        .. launches.Lines(order.PlaceOfLaunches()),
    ]);

    internal static string Picture(ControlView view) => string.Join('\n', (string[])
    [
        Head(
            Snake(view.Header.Phase), view.Header.OnAir, view.Header.HeldSince is not null, view.Header.Step, view.Header.OrderVersion,
            view.Totals.Today.Projects),
        .. view.Segments.Select(row =>
            PlainRow.Line(row.Id, Wire.Of(row.Title), row.PlannedSeconds, row.SiteId, row.Skipped, Snake(row.State))),
        .. view.Launches.Select(row => PlainLaunches.Line(row.Id, Snake(row.State), row.Attempt, row.Overdue, row.SegmentId)),
    ]);

    private static string Head(string phase, string? onAir, bool held, long step, long version, int confirmed) =>
        $"{phase}, on air {onAir ?? "nothing"}{(held ? ", held" : "")}, step {step}, version {version}, {confirmed} confirmed";

    private static string Snake<T>(T value) where T : struct, Enum => Wire.Of(value).Trim('"');
}
