using Microsoft.Net.Http.Headers;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// JSON is UTF-8 (RFC 8259). A body that says otherwise is refused: the framework would take a charset that it does not know for a
/// fault of the program, and a plan's reader would misread one that it does.
/// </summary>
internal static class JsonIsUtf8
{
    internal static void UseJsonIsUtf8(this WebApplication app) => app.Use((http, next) =>
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.Charset.HasValue) return next(http);
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Problem.Of(415, "unsupported_media_type", "The body says that it is not UTF-8.", "Send JSON in UTF-8, without a charset.").ExecuteAsync(http);
        // The framework does not know it in quotes.
        type.Charset = default;
        http.Request.ContentType = type.ToString();
        return next(http);
    });
}
