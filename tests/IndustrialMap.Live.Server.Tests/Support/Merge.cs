namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>What a screen does with an update: rows replace those of the same id, log rows are added, other parts are replaced.</summary>
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
            Segments = Rows(held.Segments, update.Segments, row => row.Id),
            Sites = Rows(held.Sites, update.Sites, row => row.Id),
            Launches = Rows(held.Launches, update.Launches, row => row.Id),
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
            Segments = Rows(held.Segments, update.Segments, row => row.Id),
            Site = update.Site ?? held.Site,
            Launches = Rows(held.Launches, update.Launches, row => row.Id),
        };
    }

    private static T[] Rows<T>(IReadOnlyList<T> held, IReadOnlyList<T>? changed, Func<T, string> id)
    {
        var newer = (changed ?? []).ToDictionary(id);
        return [.. held.Select(row => newer.GetValueOrDefault(id(row), row))];
    }
}
