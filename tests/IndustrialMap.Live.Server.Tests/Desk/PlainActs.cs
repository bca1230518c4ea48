namespace IndustrialMap.Live.Server.Tests.Desk;

/// <summary>What each operator has done and can take back, as two piles: an undo takes the top of one, a redo of the other.</summary>
internal sealed class PlainActs
{
    private readonly Dictionary<string, List<PlainAct>> done = [], undone = [];

    internal void Did(string name, PlainAct act)
    {
        Pile(done, name).Add(act);
        Pile(undone, name).Clear();
    }

    internal PlainAct TakeBack(string name, long seq, string what)
    {
        var act = Top(done, name, seq, what);
        Pile(undone, name).Add(act);
        return act;
    }

    internal PlainAct TakeAgain(string name, long seq, string what) => Top(undone, name, seq, what);

    internal void DidAgain(string name, PlainAct act) => Pile(done, name).Add(act);

    internal void Forget(Predicate<PlainAct> which)
    {
        foreach (var pile in done.Values.Concat(undone.Values)) pile.RemoveAll(which);
    }

    private static PlainAct Top(Dictionary<string, List<PlainAct>> piles, string name, long seq, string what)
    {
        var pile = Pile(piles, name);
        var act = pile[^1];
        Assert.Equal((seq, what), (act.Seq, act.Type));
        pile.RemoveAt(pile.Count - 1);
        return act;
    }

    private static List<PlainAct> Pile(Dictionary<string, List<PlainAct>> piles, string name) =>
        piles.TryGetValue(name, out var pile) ? pile : piles[name] = [];
}

/// <param name="Seq">Of the event by which it was done first.</param>
/// <param name="Back">Takes it back, by the event with the given number.</param>
internal sealed record PlainAct(long Seq, string Type, System.Text.Json.JsonElement Event, Action<long> Back);
