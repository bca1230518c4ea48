using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>A part of the server as a probe sees it.</summary>
/// <param name="Status">
/// "healthy"; "degraded": something is shown as missing, and the rest works; "unhealthy": the server is not ready.
/// </param>
/// <param name="Message">What is the matter, without names of files or hosts: whoever reaches the server can read it.</param>
public sealed record HealthPart(string Name, string Status, string? Message);

/// <param name="Status">The worst of the parts.</param>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthPart> Parts);

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, 200, or 503 with the part that is missing.
/// Both are answered before hosts, HTTPS and origins are looked at: a probe asks by address. A part is an <see cref="IHealthCheck"/>
/// with a name and a sentence, added in <see cref="AddHealth"/>.
/// </summary>
internal static class HealthApi
{
    internal static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<JournalHealthCheck>("journal", timeout: TimeSpan.FromSeconds(2))
            .AddCheck<LogsHealthCheck>("logs")
            .AddCheck<ClockHealthCheck>("clock");
        services.AddSingleton<SharedHealthReport>();
    }

    internal static void UseHealth(this WebApplication app)
    {
        app.Map("/health/live", live => live.Run(http => http.Response.WriteAsync("OK")));
        var report = app.Services.GetRequiredService<SharedHealthReport>();
        app.Map("/health/ready", ready => ready.Run(async http => await Write(http, await report.Newest())));
    }

    private static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? 503 : 200;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(new HealthAnswer(Word(report.Status), [.. report.Entries.Select(part =>
            new HealthPart(part.Key, Word(part.Value.Status), part.Value.Description))]));
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
