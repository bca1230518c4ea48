using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// The description of the API, made once and kept: each making takes a core for a quarter of a second, and anybody may ask.
/// </summary>
internal static class OpenApiFile
{
    internal static void MapOpenApiFile(this WebApplication app)
    {
        var file = new Lazy<Task<KeptFile>>(() => Make(app.Services));
        // Without its type the answer would be taken for none.
        app.MapGet("/openapi/v1.json", async Task<FileContentHttpResult> (HttpContext http) => (await file.Value).Answer(http)).ExcludeFromDescription();
    }

    private static async Task<KeptFile> Make(IServiceProvider services)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1);
        return new(stream.ToArray());
    }
}
