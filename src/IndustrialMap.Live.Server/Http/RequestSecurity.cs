using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Http;

/// <summary>What every answer carries, and which requests are not let in at all.</summary>
internal static class RequestSecurity
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>What every answer carries, health's too.</summary>
    internal static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        // At the last moment: an answer to a failure is begun anew, and would lose what was set before.
        http.Response.OnStarting(() =>
        {
            SetHeaders(http);
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Which host, which scheme and whose pages are let in.</summary>
    internal static void UseAdmission(this WebApplication app, ServerOptions options)
    {
        if (options.BehindProxy)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            // Whoever says --behind-proxy says that only the proxy can reach this address.
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }
        app.UseHostFiltering();
        if (options.PublicOrigin is not null) app.UseHsts();
        app.Use((http, next) => Refused(http.Request, options) is { } problem ? problem.ExecuteAsync(http) : next(http));
    }

    /// <summary>Hosts by whose name the server may be asked for: a page elsewhere cannot reach it by a name of its own.</summary>
    internal static void AllowHosts(HostFilteringOptions filter, IOptions<ServerOptions> options)
    {
        filter.AllowedHosts = options.Value.PublicOrigin is { } origin ? [origin.Host] : ["localhost", "127.0.0.1", "[::1]"];
        filter.IncludeFailureMessage = false;
    }

    private static void SetHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (http.Request.Path.StartsWithSegments("/api") && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }

    private static IResult? Refused(HttpRequest request, ServerOptions options)
    {
        if (options.PublicOrigin is not null && !request.IsHttps)
            return Problem.Of(
                400, "https_required", "This server is reached by HTTPS only.", "Use https://, or let the proxy set X-Forwarded-Proto.");
        if (!request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hub")) return null;
        var own = options.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        var foreign = request.Headers.Origin.Any(origin => !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase))
            || request.Headers["Sec-Fetch-Site"].Any(site => site is "cross-site" or "same-site");
        return foreign
            ? Problem.Of(403, "foreign_origin", "Another site's page asked for this.", "Open the console's own pages.")
            : null;
    }
}
