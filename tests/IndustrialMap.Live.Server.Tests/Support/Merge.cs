namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>What a screen does with an update: rows replace those of the same id and stand in the order that is told, log rows are added,
/// other parts are replaced.</summary>
internal static class Merge
{
    internal static ControlView Merged(this ControlView held, ControlUpdate update)
    {
        Assert.Equal(held.Place, new Place(update.From, update.FromSeal));
        return held with
        {
            Seq = update.To,
            Seal = update.ToSeal,
            Header = update.Header ?? held.Header,
            Totals = update.Totals ?? held.Totals,
            Segments = Ordered(Rows(held.Segments, update.Segments, row => row.Id), update.Order),
            Sites = Rows(held.Sites, update.Sites, row => row.Id),
            Launches = Rows(held.Launches, update.Launches, row => row.Id),
            Acts = update.Acts ?? held.Acts,
            Log = [.. held.Log.Concat(update.Log ?? []).TakeLast(ControlView.MaxLogRows)],
        };
    }

    internal static SiteView Merged(this SiteView held, SiteUpdate update)
    {
        Assert.Equal(held.Place, new Place(update.From, update.FromSeal));
        return held with
        {
            Seq = update.To,
            Seal = update.ToSeal,
            Header = update.Header ?? held.Header,
            Totals = update.Totals ?? held.Totals,
            Segments = Ordered(Rows(held.Segments, update.Segments, row => row.Id), update.Order),
            Site = update.Site ?? held.Site,
            Launches = Rows(held.Launches, update.Launches, row => row.Id),
        };
    }

    private static T[] Rows<T>(IReadOnlyList<T> held, IReadOnlyList<T>? changed, Func<T, string> id)
    {
        var newer = (changed ?? []).ToDictionary(id);
        var known = held.Select(id).ToHashSet();
        return [.. held.Select(row => newer.GetValueOrDefault(id(row), row)), .. newer.Values.Where(row => !known.Contains(id(row)))];
    }

    private static SegmentRow[] Ordered(SegmentRow[] rows, IReadOnlyList<string>? order) =>
        order is null ? rows : [.. order.Select(id => rows.Single(row => row.Id == id))];
}
