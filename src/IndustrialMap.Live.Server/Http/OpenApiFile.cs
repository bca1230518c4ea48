using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace IndustrialMap.Live.Server.Http;

/// <summary>The description of the API, made once and kept: each making takes a core for a quarter of a second, and anybody may ask.</summary>
internal static class OpenApiFile
{
    internal static void MapOpenApiFile(this WebApplication app)
    {
        var file = new Lazy<Task<(byte[] Json, EntityTagHeaderValue Tag)>>(() => Make(app.Services));
        app.MapGet("/openapi/v1.json", async (HttpContext http) =>
        {
            var (json, tag) = await file.Value;
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(json, "application/json;charset=utf-8", entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static async Task<(byte[] Json, EntityTagHeaderValue Tag)> Make(IServiceProvider services)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1);
        var json = stream.ToArray();
        return (json, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..16]}\""));
    }
}
