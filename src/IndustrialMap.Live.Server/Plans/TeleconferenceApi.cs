using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.PlanFiles;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndustrialMap.Live.Server.Plans;

/// <summary>A teleconference in the list of all.</summary>
/// <param name="Launches">How many the running order has, postponed ones left out.</param>
public sealed record TeleconferenceRow(
    string Id, Text Title, DateOnly? Date, Phase Phase, bool IllustrativeOrder, string RegionSet, int Sites, int Launches, int Confirmed);

/// <param name="Id">The id of the teleconference that was drafted.</param>
public sealed record CreatedTeleconference(string Id);

/// <summary>The problem details of a plan that has errors.</summary>
/// <param name="Code">Always "script_has_errors".</param>
/// <param name="More">How many errors there are beyond those listed.</param>
public sealed record PlanProblem(string Code, string Title, string Detail, IReadOnlyList<PlanError> Errors, int More);

internal static class TeleconferenceApi
{
    internal static void MapTeleconferences(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/api/teleconferences").WithTags("Teleconferences");
        all.MapGet("/", (Teleconferences teleconferences) => teleconferences.All.Select(RowOf))
            .WithSummary("Every teleconference and where it stands.");
        all.MapPost("/", Import).RequireAuthorization(Policies.Operator)
            // The plan's reader has a limit of its own, and says so in its list of errors.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Operators only: drafts a teleconference from a plan file (ops/plan-format.md; its JSON Schema is /plan-format.schema.json). Errors come all in one list, under \"errors\"; with any error nothing is imported.")
            .Accepts<TeleconferencePlan>("application/json").Produces<PlanProblem>(400, "application/problem+json").Problems(403, 409);
        all.MapGroup("/{id}").ForOneTeleconference().MapGet("/script", Export).RequireAuthorization(Policies.Operator)
            .WithSummary("Operators only: the plan, in the format that is imported.").Problems(403, 404, 503);
    }

    private static TeleconferenceRow RowOf(TeleconferenceFollower teleconference)
    {
        var (state, plan) = (teleconference.State, teleconference.State.Plan!);
        return new(
            plan.Id, plan.Title, plan.Date, state.Phase, plan.IllustrativeOrder, plan.RegionSet, plan.Sites.Length,
            state.Launches.Count(launch => launch.State != LaunchState.Postponed), state.Totals.Today.Projects);
    }

    private static async Task<Results<Created<CreatedTeleconference>, ProblemHttpResult>> Import(
        HttpRequest request, ClaimsPrincipal user, CurrentUser currentUser, Teleconferences teleconferences)
    {
        var by = (await currentUser.Operator(user))!;
        var result = await PlanReader.ReadAsync(request.Body, request.HttpContext.RequestAborted);
        if (result.Plan is not { } plan)
        {
            return Problem.Of(
                400, "script_has_errors", "The plan was not imported: it has errors.", "Mend all that is listed, and import it again.",
                ("errors", result.Errors), ("more", result.More));
        }
        return await teleconferences.Create(plan, by.Actor) switch
        {
            DraftResult.Drafted => TypedResults.Created($"/api/teleconferences/{plan.Id}", new CreatedTeleconference(plan.Id)),
            DraftResult.UpgradeUnderWay => Problem.UpgradeUnderWay("The plan was not imported: a server that is still there could not read it."),
            _ => Problem.Of(409, "id_taken", $"There is a teleconference \"{plan.Id}\" already.", "Give the plan another id.", ("id", plan.Id)),
        };
    }

    private static FileContentHttpResult Export(string id, Teleconferences teleconferences) =>
        TypedResults.File(PlanWriter.Write(teleconferences.Get(id).State.Plan!), "application/json", $"{id}.json");
}
