using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Server.Health;

internal static class HealthApi
{
    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok()).WithSummary("The process answers.");
        health.MapGet("/ready", async (Teleconferences teleconferences, IJournal journal) =>
            {
                if (!teleconferences.Ready.IsCompleted) return Results.StatusCode(503);
                await journal.Streams();
                return Results.Ok();
            })
            .WithSummary("Every log is read and the journal can be read: 200, else 503.");
    }

    /// <summary>Whoever comes before every log is read waits: it must not hear that a teleconference is not there.</summary>
    internal static void UseReadiness(this WebApplication app)
    {
        var teleconferences = app.Services.GetRequiredService<Teleconferences>();
        app.Use(async (http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments("/health")) await teleconferences.Ready.WaitAsync(http.RequestAborted);
            await next(http);
        });
    }
}
