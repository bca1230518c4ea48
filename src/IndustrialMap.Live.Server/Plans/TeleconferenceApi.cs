using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;
using IndustrialMap.Live.PlanFiles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndustrialMap.Live.Server.Plans;

/// <summary>A teleconference in the list of all.</summary>
/// <param name="Launches">How many the running order has, postponed ones left out.</param>
public sealed record TeleconferenceRow(
    string Id, Text Title, DateOnly? Date, Phase Phase, bool IllustrativeOrder, string RegionSet, int Sites, int Launches, int Confirmed);

/// <param name="Id">The id of the teleconference that was drafted.</param>
public sealed record Drafted(string Id);

/// <summary>The problem details of a script that has errors.</summary>
/// <param name="Code">Always "script_has_errors".</param>
/// <param name="More">How many errors there are beyond those listed.</param>
public sealed record ScriptProblem(string Code, string Title, string Detail, IReadOnlyList<ScriptError> Errors, int More);

internal static class TeleconferenceApi
{
    internal static void MapTeleconferences(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/teleconferences").WithTags("Teleconferences");
        api.MapGet("/", (Teleconferences teleconferences) => teleconferences.All.Select(RowOf))
            .WithSummary("Every teleconference and where it stands.");
        api.MapPost("/", Import)
            // The script's reader has a limit of its own, and says so in its list of errors.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Operators only: drafts a teleconference from a script file (ops/script-format.md). Errors come all in one list, under \"errors\"; with any error nothing is imported.")
            .Accepts<Script>("application/json").Produces<ScriptProblem>(400, "application/problem+json").Problems(403, 409);
        api.MapGet("/{id}/script", Export)
            .WithSummary("Operators only: the script, in the format that is imported.").Problems(403, 404);
        api.MapGet("/{id}/log", Log)
            .WithSummary("Operators only: the log's events after a number, oldest first, at most 1,000 at once.").Problems(403, 404);
    }

    private static TeleconferenceRow RowOf(LiveTeleconference host)
    {
        var (state, script) = (host.State, host.State.Script!);
        return new(
            script.Id, script.Title, script.Date, state.Phase, script.IllustrativeOrder, script.RegionSet, script.Sites.Length,
            state.Launches.Count(launch => launch.State != LaunchState.Postponed), state.Totals.Today.Projects);
    }

    private static async Task<Results<Created<Drafted>, ProblemHttpResult>> Import(
        HttpRequest request, ClaimsPrincipal user, SignedIn signedIn, Teleconferences teleconferences)
    {
        if (signedIn.Operator(user) is not { } by) return Problem.NotAllowed();
        var result = await ScriptReader.ReadAsync(request.Body, request.HttpContext.RequestAborted);
        if (result.Script is not { } script)
        {
            return Problem.Of(
                400, "script_has_errors", "The script was not imported: it has errors.", "Mend all that is listed, and import it again.",
                ("errors", result.Errors), ("more", result.More));
        }
        return await teleconferences.Draft(script, by.Actor)
            ? TypedResults.Created($"/api/teleconferences/{script.Id}", new Drafted(script.Id))
            : Problem.Of(409, "id_taken", $"There is a teleconference \"{script.Id}\" already.", "Give the script another id.", ("id", script.Id));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        string id, ClaimsPrincipal user, SignedIn signedIn, Teleconferences teleconferences)
    {
        if (signedIn.Operator(user) is null) return Problem.NotAllowed();
        if (teleconferences.Find(id) is not { } host) return Problem.UnknownTeleconference(id);
        return TypedResults.File(ScriptWriter.Write(host.State.Script!), "application/json", $"{id}.json");
    }

    private static async Task<Results<Ok<IReadOnlyList<LoggedEvent>>, ProblemHttpResult>> Log(
        string id, ClaimsPrincipal user, SignedIn signedIn, Teleconferences teleconferences, long after = 0, int limit = 1000)
    {
        if (signedIn.Operator(user) is null) return Problem.NotAllowed();
        if (teleconferences.Find(id) is null) return Problem.UnknownTeleconference(id);
        return TypedResults.Ok(await teleconferences.Log(id, Math.Max(0, after), Math.Clamp(limit, 1, 1000)));
    }
}
