using System.Collections.Immutable;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The entries of a list by their ids.</summary>
/// <param name="Whole">False if the list could not be read whole, so that an id that is not in it may still be right.</param>
internal sealed record Listed<T>(ImmutableArray<T> Items, Dictionary<string, T> ById, bool Whole)
{
    public T? Find(string? id) => id is null ? default : ById.GetValueOrDefault(id);
}

internal sealed class Lists(ErrorList errors)
{
    public ImmutableArray<T> Read<T>(Node? node, int least, int most, Func<Node, T?> read)
    {
        if (!Values.Is(node, NodeKind.List, errors)) return [];
        var count = node!.Children.Count;
        if (count < least && !node.Cut) errors.Add(node, ScriptErrorCode.TooFew, ("least", $"{least}"), ("count", $"{count}"));
        if (count > most) errors.Add(node, ScriptErrorCode.TooMany, ("most", $"{most}"), ("count", $"{count}"));
        return [.. node.Children.Select(read).OfType<T>()];
    }

    /// <param name="idField">The field whose value each entry has for itself.</param>
    public Listed<T> ReadById<T>(Node? node, int least, int most, string idField, Func<Node, T?> read)
    {
        var byId = new Dictionary<string, T>();
        var first = new Dictionary<string, Node>();
        var items = Read(node, least, most, entry =>
        {
            var item = read(entry);
            if (item is null || entry.Find(idField) is not { Kind: NodeKind.String } id) return item;
            if (byId.TryAdd(id.Value, item)) first.Add(id.Value, entry);
            else errors.Add(id, ScriptErrorCode.DoubledId, ("id", id.Value), ("first", first[id.Value].Where));
            return item;
        });
        return new(items, byId, node is { Kind: NodeKind.List, Cut: false } && !node.Children.Exists(child => child.Cut));
    }

    /// <summary>An id of another list. One that is missing there is an error, unless that list itself is broken.</summary>
    public string? Reference<T>(Node? node, Listed<T> list, ScriptErrorCode unknown)
    {
        if (!Values.Is(node, NodeKind.String, errors)) return null;
        var id = node!.Value;
        if (list.Whole && !list.ById.ContainsKey(id))
            errors.Add(node, unknown, ("id", id), ("nearest", Nearest.To(id, list.ById.Keys)));
        return id;
    }
}
