using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// The description of the API at /openapi/v1.json, from which the screens' wire types are generated. Nulls are never
/// written, so what may be null is described as what may be missing.
/// </summary>
internal static class OpenApiDescription
{
    internal static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "IndustrialMap.Live", Version = "1" };
            document.Servers?.Clear();
            foreach (var schema in document.Components?.Schemas?.Values ?? []) NullsAreLeftOut(schema);
            return Task.CompletedTask;
        });
    }

    private static void NullsAreLeftOut(IOpenApiSchema schema)
    {
        // An enum that is first met where it may be missing is described with null among its words.
        if (schema is OpenApiSchema { Enum: { } words })
            foreach (var none in words.Where(word => word is null || word.GetValueKind() == JsonValueKind.Null).ToArray()) words.Remove(none);
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (property is not OpenApiSchema own) continue;
            if (own.OneOf?.Where(one => one.Type != JsonSchemaType.Null).ToArray() is [var only] && own.OneOf.Count == 2)
                schema.Properties![name] = only;
            else if (own.Type is { } type && type.HasFlag(JsonSchemaType.Null))
                own.Type = type & ~JsonSchemaType.Null;
            else continue;
            schema.Required?.Remove(name);
        }
    }
}
