using System.Data.Common;
using System.Text.Json;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// Answers what was thrown with problem details: what cannot be read is the sender's to mend; a journal that fails, or is
/// closing, has stored nothing that was answered, so the sender may send again.
/// </summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    private const string Described = "See /openapi/v1.json for what is taken.";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception failure, CancellationToken cancellationToken)
    {
        // Keepers tell of theirs once, for all who ask.
        if (failure is not (BadHttpRequestException or AccessUnavailableException)) Failed(failure, http.Request.Method, http.Request.Path);
        await Answer(failure).ExecuteAsync(http);
        return true;
    }

    internal static bool IsJournal(Exception failure) => failure is DbException or ObjectDisposedException;

    /// <summary>Gives a code to the problems that the framework finds by itself, as a path that is not there.</summary>
    internal static void AddCode(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code")) return;
        var code = problem.Status switch
        {
            404 => "not_found",
            405 => "method_not_allowed",
            413 => "request_too_large",
            415 => "unsupported_media_type",
            var status => $"status_{status}",
        };
        problem.Extensions["code"] = code;
        problem.Type = Problem.TypeOf(code);
        problem.Detail ??= Described;
    }

    private static ProblemHttpResult Answer(Exception failure) => failure switch
    {
        BadHttpRequestException bad =>
            Problem.Of(bad.StatusCode, "unreadable_request", "The request cannot be read.", Where(bad.InnerException as JsonException)),
        OutcomeUnknownException => Problem.Of(
            503, "outcome_unknown", "Whether the command was stored is not known.",
            "Send the same again, under the same commandId: if it was stored, it is answered the same."),
        AccessUnavailableException =>
            Problem.Of(503, "access_unavailable", "Who may do what cannot be looked up now.", "Send the same again in a moment."),
        LedgerSilentException =>
            Problem.Of(503, "ledger_silent", "The server cannot reach the show's ledger now.", "Keep what you have, and try again in a moment."),
        _ when IsJournal(failure) =>
            Problem.Of(503, "journal_unavailable", "The journal cannot be used now.", "Send the same again in a moment."),
        _ => Problem.Of(500, "failed", "The server failed.", "Try again; its log says why."),
    };

    private static string Where(JsonException? json) =>
        (json?.Path is { } path ? $"The body is not what is described, at {path}, line {json.LineNumber + 1}. " : "")
        + Described;

    [LoggerMessage(202, LogLevel.Error, "{Method} {Path} failed")]
    private partial void Failed(Exception failure, string method, PathString path);
}
