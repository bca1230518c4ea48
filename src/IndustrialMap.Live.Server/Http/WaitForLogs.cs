namespace IndustrialMap.Live.Server.Http;

/// <summary>Whoever comes before every log is read waits: it must not hear that a teleconference is not there.</summary>
internal static class WaitForLogs
{
    internal static void UseWaitForLogs(this WebApplication app)
    {
        var teleconferences = app.Services.GetRequiredService<Teleconferences>();
        app.Use(async (http, next) =>
        {
            var ready = teleconferences.Ready;
            if (!ready.IsCompleted) await ready.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ready.IsCompletedSuccessfully) await next(http);
            else await Problem.Of(503, "not_ready", "The server could not read its logs.", "Try again when it was started anew.").ExecuteAsync(http);
        });
    }
}
