using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server.Http;

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
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(TypeIsRequired)
            .WithAddedModifier(NullMayBeLeftOut);
    }

    /// <summary>Without this, a command that leaves its type out counts as a mistake of the program and not of the sender.</summary>
    private static void TypeIsRequired(JsonTypeInfo info)
    {
        if (info.Type == typeof(Command)) info.CreateObject = () => throw new JsonException("A command has a \"type\".");
    }

    /// <summary>As the description of the API has it: what may be null may be left out, as JavaScript leaves out what is undefined.</summary>
    private static void NullMayBeLeftOut(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(property => property.AssociatedParameter is { IsNullable: true })) property.IsRequired = false;
    }
}
