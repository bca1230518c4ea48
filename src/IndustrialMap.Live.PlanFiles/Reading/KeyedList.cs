using System.Collections.Immutable;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>The entries of a list by their ids.</summary>
/// <param name="IsComplete">False if the list could not be read whole, so that an id that is not in it may still be right.</param>
internal sealed record KeyedList<T>(ImmutableArray<T> Items, Dictionary<string, T> ById, bool IsComplete)
{
    public T? Find(string? id) => id is null ? default : ById.GetValueOrDefault(id);
}

internal sealed class ListReader(ErrorList errors)
{
    public ImmutableArray<T> Read<T>(Node? node, int min, int max, Func<Node, T?> read)
    {
        if (!ValueReader.Is(node, NodeKind.List, errors)) return [];
        var count = node!.Children.Count;
        if (count < min && !node.IsIncomplete) errors.Add(node, PlanErrorCode.TooFew, ("least", $"{min}"), ("count", $"{count}"));
        if (count > max) errors.Add(node, PlanErrorCode.TooMany, ("most", $"{max}"), ("count", $"{count}"));
        return [.. node.Children.Select(read).OfType<T>()];
    }

    /// <param name="idField">The field whose value each entry has for itself.</param>
    public KeyedList<T> ReadById<T>(Node? node, int min, int max, string idField, Func<Node, T?> read)
    {
        var byId = new Dictionary<string, T>();
        var first = new Dictionary<string, Node>();
        var items = Read(node, min, max, entry =>
        {
            var item = read(entry);
            if (item is null || entry.Find(idField) is not { Kind: NodeKind.String } id) return item;
            if (byId.TryAdd(id.Value, item)) first.Add(id.Value, entry);
            else errors.Add(id, PlanErrorCode.DuplicateId, ("id", id.Value), ("first", first[id.Value].JsonPath));
            return item;
        });
        return new(items, byId, node is { Kind: NodeKind.List, IsIncomplete: false } && !node.Children.Exists(child => child.IsIncomplete));
    }

    /// <summary>An id of another list. One that is missing there is an error, unless that list itself is broken.</summary>
    public string? Reference<T>(Node? node, KeyedList<T> list, PlanErrorCode unknown)
    {
        if (!ValueReader.Is(node, NodeKind.String, errors)) return null;
        var id = node!.Value;
        if (list.IsComplete && !list.ById.ContainsKey(id))
            errors.Add(node, unknown, ("id", id), ("nearest", SpellingSuggester.Suggest(id, list.ById.Keys)));
        return id;
    }
}
