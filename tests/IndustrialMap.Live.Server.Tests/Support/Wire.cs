using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>JSON as a client reads it: what is null was left out, and a field that no type has is an error here, too.</summary>
internal static class Wire
{
    internal static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Json);

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;

    internal static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        DomainJson.Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        return options;
    }
}
