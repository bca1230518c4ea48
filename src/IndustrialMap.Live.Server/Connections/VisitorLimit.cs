using System.Globalization;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Connections.Features;

namespace IndustrialMap.Live.Server.Connections;

/// <summary>
/// When every seat is taken, a request without a valid sign-in is answered 503 with Retry-After, and its connection is closed. What
/// one needs to sign in is answered all the same, on a connection that is closed behind it.
/// </summary>
internal static partial class VisitorLimit
{
    private static readonly string[] WayIn = ["/sign-in", "/api/sign-in", "/assets"];

    /// <summary>Behind authentication.</summary>
    internal static void UseVisitorLimit(this WebApplication app)
    {
        var currentUser = app.Services.GetRequiredService<CurrentUser>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(VisitorLimit));
        app.Use(async (http, next) =>
        {
            if (http.Features.Get<CappedConnection>() is { } connection && !connection.Admit(await IsSignedIn(http, connection, currentUser)))
            {
                http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
                if (!WayIn.Any(path => http.Request.Path.StartsWithSegments(path)))
                {
                    Full(log, connection.Limits.Visitors);
                    await TurnAway(http);
                    return;
                }
            }
            await next(http);
        });
    }

    /// <summary>A grant is looked up once a connection: later its signed cookie is enough to keep a seat free.</summary>
    private static async Task<bool> IsSignedIn(HttpContext http, CappedConnection connection, CurrentUser currentUser)
    {
        if (http.User.Identity is not { IsAuthenticated: true }) return false;
        if (connection.IsSignedIn) return true;
        try
        {
            return (await currentUser.Grants(http.User)).Count > 0;
        }
        catch (AccessUnavailableException)
        {
            // Whoever holds a signed cookie is turned away by nobody who does not know better.
            return true;
        }
    }

    private static Task TurnAway(HttpContext http)
    {
        // Not all at the same moment.
        var seconds = Random.Shared.Next(5, 16);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem
            .Of(503, "too_many_visitors", "As many visitors are here as this server can serve.", $"Try again in {seconds} seconds.")
            .ExecuteAsync(http);
    }

    [LoggerMessage(501, LogLevel.Warning, "All {Seats} connections for visitors are taken; others are turned away")]
    private static partial void Full(ILogger log, int seats);
}
