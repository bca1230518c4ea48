using System.Text.Json;
using System.Text.Json.Nodes;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// Reads old events anew. When an event's stored shape changes, its old shape is turned into the new one here, while it is
/// read; the log itself stays as it was written and sealed. There is no such change yet: logs of every version so far are
/// read as they stand, and a log kept from before holds that.
/// </summary>
/// <param name="changes">
/// By the stored name, how an event's JSON becomes what today's records read. A change that finds the new shape leaves it.
/// </param>
public sealed class EventUpcaster(IReadOnlyDictionary<string, Action<JsonObject>> changes)
{
    public static readonly EventUpcaster Today = new(new Dictionary<string, Action<JsonObject>>());

    /// <exception cref="JsonException">What is stored is no JSON object.</exception>
    internal ReadOnlyMemory<byte> Upcast(string type, ReadOnlyMemory<byte> data)
    {
        if (!changes.TryGetValue(type, out var change)) return data;
        var json = JsonNode.Parse(data.Span) as JsonObject ?? throw new JsonException($"The event {type} is stored as something else than an object.");
        change(json);
        return JsonSerializer.SerializeToUtf8Bytes(json, DomainJson.Options);
    }
}
