using System.Security.Claims;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Plans;

/// <summary>The newest seal of a log. Kept anywhere, it shows later that the log was not cut or written anew before it.</summary>
/// <param name="Hash">SHA-256, 64 hex digits; ops/log-format.md says over what.</param>
/// <param name="At">When the newest event happened, UTC.</param>
public sealed record LogSeal(long Seq, string Hash, DateTimeOffset At)
{
    internal static LogSeal Of(FollowedEvent newest) =>
        new(newest.Envelope.Seq, Convert.ToHexStringLower(newest.Seal.Span), newest.Envelope.OccurredAt);
}

/// <summary>A log that cannot be read, or not any further.</summary>
/// <param name="Sentence">What, where and what to do, in English; for operators alone.</param>
public sealed record UnreadableRow(string Id, string? Sentence);

/// <summary>The logs themselves: their events, their seals, and which of them cannot be read.</summary>
internal static class LogApi
{
    internal static void MapLogs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/unreadable-logs", async (Teleconferences teleconferences, ClaimsPrincipal user, CurrentUser currentUser) =>
            {
                var isOperator = await currentUser.Operator(user) is not null;
                return teleconferences.Unreadable.Select(log => new UnreadableRow(log.Id, isOperator ? log.Sentence : null));
            })
            .WithTags("Logs").WithSummary("The logs that cannot be read, or not any further; for operators also why. They stop nothing else.");
        var one = app.MapGroup("/api/teleconferences/{id}").WithTags("Logs").ForOneTeleconference();
        one.MapGet("/seal", async (string id, Teleconferences teleconferences) =>
            {
                var teleconference = teleconferences.Get(id);
                await teleconference.TryRefresh();
                return LogSeal.Of(teleconference.Newest!);
            })
            .WithSummary("The newest seal of the log, for everybody to keep. With it, \"verify ID --seal SEQ-HASH\" finds a log that was cut before it or written anew.")
            .Problems(404, 503);
        one.MapGet("/log", Log).RequireAuthorization(Policies.Operator)
            .WithSummary("Operators only: the log's events after a number, oldest first, at most 1,000 at once.").Problems(403, 404, 503);
    }

    private static async Task<Ok<IReadOnlyList<LoggedEvent>>> Log(string id, Teleconferences teleconferences, long after = 0, int limit = 1000) =>
        TypedResults.Ok(await teleconferences.Log(id, Math.Max(0, after), Math.Clamp(limit, 1, 1000)));
}
