using System.Text.Json;
using IndustrialMap.Live.Domain;
using Orleans.Storage;

namespace IndustrialMap.Live.Grains;

/// <summary>What grains keep, as JSON by the journal's options.</summary>
public sealed class GrainStateJson : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, DomainJson.Options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, DomainJson.Options)!;
}
