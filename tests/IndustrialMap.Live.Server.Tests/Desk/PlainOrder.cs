using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>The running order as lists. Each thing that can be undone gives the way back, made of copies of what was.</summary>
internal sealed class PlainOrder
{
    private readonly Dictionary<string, PlainRow> rows = [];
    private readonly Dictionary<string, List<string>> launchesIn = [];
    private readonly List<string> order = [];
    private List<string> trail = [];

    internal string? OnAir { get; private set; }
    internal bool IsHeld { get; private set; }
    internal long Step { get; set; }
    internal long Version { get; private set; }
    internal IEnumerable<string> Ids => order;
    internal int CountOnAir => order.Count(id => rows[id].State == "on_air");
    internal IEnumerable<string> Lines() => order.Select(id => rows[id].Line());

    /// <summary>Fails where a launch stands in two segments.</summary>
    internal Dictionary<string, string> PlaceOfLaunches() =>
        order.SelectMany(id => launchesIn[id], (id, launch) => (launch, id)).ToDictionary(pair => pair.launch, pair => pair.id);

    internal static bool IsOfTheAir(string type) =>
        type is "segment_went_on_air" or "jumped_to_segment" or "stepped_back" or "hold_began" or "hold_ended";

    internal void Draft(JsonElement plan)
    {
        foreach (var segment in plan.GetProperty("segments").EnumerateArray()) Put(PlainRow.Of(segment), Launches(segment), null);
    }

    /// <returns>The way back; null: it is nothing of the order's.</returns>
    internal Action<long>? Do(string type, JsonElement e, long seq) => type switch
    {
        "segment_went_on_air" or "jumped_to_segment" => Air(e.Name("segmentId"), seq, () => GoOn(e.Name("segmentId")!)),
        "stepped_back" => Air(e.Name("segmentId"), seq, () => StepBack(e.Name("segmentId")!)),
        "hold_began" => Air(null, seq, () => IsHeld = true),
        "hold_ended" => Air(null, seq, () => IsHeld = false),
        "segment_moved" => Move(e.Name("segmentId")!, e.Name("before"), seq),
        "segment_inserted" => Insert(e.GetProperty("segment"), e.Name("before"), seq),
        "segment_removed" => Remove(e.Name("segmentId")!, seq),
        "segment_edited" => Edit(e.GetProperty("segment").Name("id")!, row => row.As(PlainRow.Of(e.GetProperty("segment")))),
        "duration_adjusted" => Edit(e.Name("segmentId")!, row => row with { Seconds = e.GetProperty("plannedSeconds").GetInt32() }),
        "segment_skipped" => Skip(e.Name("segmentId")!, true),
        "segment_unskipped" => Skip(e.Name("segmentId")!, false),
        "launch_moved" => MoveLaunch(e.Name("launchId")!, e.Name("to")),
        _ => null,
    };

    internal void Leave()
    {
        if (OnAir is null) return;
        rows[OnAir] = rows[OnAir] with { State = "done" };
        trail.Add(OnAir);
        (OnAir, IsHeld) = (null, false);
    }

    internal void Reopen(long seq)
    {
        StepBack(trail[^1]);
        Step = seq;
    }

    private void GoOn(string id)
    {
        Leave();
        rows[id] = rows[id] with { State = "on_air", Skipped = false };
        OnAir = id;
    }

    private void StepBack(string id)
    {
        Assert.Equal(trail[^1], id);
        trail.RemoveAt(trail.Count - 1);
        if (OnAir is { } left) rows[left] = rows[left] with { State = trail.Contains(left) ? "done" : "planned" };
        rows[id] = rows[id] with { State = "on_air", Skipped = false };
        (OnAir, IsHeld) = (id, false);
    }

    private Action<long> Air(string? about, long seq, Action act)
    {
        var (onAir, held, before) = (OnAir, IsHeld, trail.ToList());
        var were = order.Where(id => id == about || id == OnAir).Select(id => rows[id]).ToArray();
        act();
        Step = seq;
        return back =>
        {
            foreach (var was in were)
            {
                var now = rows[was.Id];
                rows[was.Id] = now with { State = was.State, Skipped = was.Id != onAir && (now.Skipped || was.Skipped) };
            }
            (OnAir, IsHeld, Step) = (onAir, held, back);
            trail = StillThere(before);
        };
    }

    private Action<long> Move(string id, string? before, long seq)
    {
        var behind = Behind(id);
        Place(id, before);
        Version = seq;
        return back =>
        {
            Place(id, order.Contains(behind!) ? behind : null);
            Version = back;
        };
    }

    private Action<long> Insert(JsonElement segment, string? before, long seq)
    {
        Put(PlainRow.Of(segment), Launches(segment), before);
        Version = seq;
        return back => Remove(segment.Name("id")!, back);
    }

    private Action<long> Remove(string id, long seq)
    {
        var (row, behind, before) = (rows[id], Behind(id), trail.ToList());
        Assert.Empty(launchesIn[id]);
        Assert.NotEqual(OnAir, id);
        order.Remove(id);
        trail = StillThere(trail);
        Version = seq;
        return back =>
        {
            Put(row, [], order.Contains(behind!) ? behind : null);
            Version = back;
            if (Step < seq) trail = before;
        };
    }

    private Action<long> Edit(string id, Func<PlainRow, PlainRow> change)
    {
        var was = rows[id];
        rows[id] = change(was);
        return _ => rows[id] = rows[id].As(was);
    }

    private Action<long> Skip(string id, bool skipped)
    {
        var was = rows[id].Skipped;
        rows[id] = rows[id] with { Skipped = skipped };
        return _ => rows[id] = rows[id] with { Skipped = was };
    }

    private Action<long> MoveLaunch(string launch, string? to)
    {
        var from = order.SingleOrDefault(id => launchesIn[id].Contains(launch));
        Into(launch, to);
        return _ => Into(launch, from);
    }

    private void Into(string launch, string? segment)
    {
        foreach (var held in launchesIn.Values) held.Remove(launch);
        if (segment is not null) launchesIn[segment].Add(launch);
    }

    private void Put(PlainRow row, List<string> launches, string? before)
    {
        (rows[row.Id], launchesIn[row.Id]) = (row, launches);
        order.Add(row.Id);
        Place(row.Id, before);
    }

    private void Place(string id, string? before)
    {
        order.Remove(id);
        order.Insert(before is null ? order.Count : order.IndexOf(before), id);
    }

    private string? Behind(string id) => order.ElementAtOrDefault(order.IndexOf(id) + 1);

    /// <summary>Without what has gone; what then follows itself stands there once.</summary>
    private List<string> StillThere(List<string> was)
    {
        var left = was.Where(order.Contains).ToList();
        return [.. left.Where((id, i) => id != (i + 1 < left.Count ? left[i + 1] : OnAir))];
    }

    private static List<string> Launches(JsonElement segment) =>
        segment.TryGetProperty("launches", out var all) ? [.. all.EnumerateArray().Select(launch => launch.GetString()!)] : [];
}
