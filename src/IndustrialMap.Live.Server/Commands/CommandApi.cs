using System.Security.Claims;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Commands;

internal static class CommandApi
{
    internal static void MapCommands(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/teleconferences/{id}").WithTags("Commands").ForOneTeleconference()
            .MapPost("/commands", Send)
            .WithSummary("Gives a command. Answered after its events are on disk; sent again with the same commandId, it is decided once and answered the same.")
            .Problems(400, 403, 404, 409, 422, 503);
    }

    private static async Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Send(
        string id, CommandRequest request, ClaimsPrincipal user, Teleconferences teleconferences, CommandGateway gateway)
    {
        if (!request.HasGoodId) return Problem.BadCommandId();
        var answer = await gateway.Send(teleconferences.Get(id), request, user);
        return answer.Refusal is null ? TypedResults.Ok(answer) : Problem.Of(answer);
    }
}
