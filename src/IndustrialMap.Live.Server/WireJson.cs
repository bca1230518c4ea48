using System.Text.Json;
using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server;

/// <summary>JSON of the hub and the API: as the log's, and strict about what comes in.</summary>
internal static class WireJson
{
    internal static void Configure(JsonSerializerOptions options)
    {
        DomainJson.Configure(options);
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowOutOfOrderMetadataProperties = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
    }
}
