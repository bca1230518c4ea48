using System.Globalization;
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
        app.Use((http, next) =>
        {
            if (http.Features.Get<CappedConnection>() is not { } connection) return next(http);
            if (connection.Admit(IsSignedIn(http, connection, currentUser))) return next(http);
            http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
            if (WayIn.Any(path => http.Request.Path.StartsWithSegments(path))) return next(http);
            Full(log, connection.Limits.Visitors);
            return TurnAway(http);
        });
    }

    /// <summary>A grant is looked up once a connection: later its signed cookie is enough to keep a seat free.</summary>
    private static bool IsSignedIn(HttpContext http, CappedConnection connection, CurrentUser currentUser) =>
        http.User.Identity is { IsAuthenticated: true } && (connection.IsSignedIn || currentUser.Grants(http.User).Count > 0);

    private static Task TurnAway(HttpContext http)
    {
        // Not all at the same moment.
        var seconds = Random.Shared.Next(5, 16);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(503, "too_many_visitors", "As many visitors are here as this server can serve.", $"Try again in {seconds} seconds.").ExecuteAsync(http);
    }

    [LoggerMessage(501, LogLevel.Warning, "All {Seats} connections for visitors are taken; others are turned away")]
    private static partial void Full(ILogger log, int seats);
}
