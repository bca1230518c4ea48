using IndustrialMap.Live.Grains;
using System.Security.Claims;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Commands;

internal static class CommandApi
{
    internal static void MapCommands(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/teleconferences/{id}/commands", Send)
            .WithTags("Commands")
            .WithSummary("Gives a command. Answered after its events are on disk; sent again with the same commandId, it is decided once and answered the same.")
            .Problems(400, 403, 404, 409, 422, 503);
    }

    private static async Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Send(
        string id, CommandRequest sent, ClaimsPrincipal user, CommandGateway gateway)
    {
        try
        {
            var answer = await gateway.Send(id, sent, user);
            return answer switch
            {
                null => Problem.UnknownTeleconference(id),
                { Refusal: not null } => Problem.Of(answer),
                _ => TypedResults.Ok(answer),
            };
        }
        catch (BadCommandException bad)
        {
            return Problem.Of(400, "bad_command_id", bad.Message, "Make a new UUID for each command, and keep it when sending again.");
        }
    }
}

/// <summary>A command as it is sent to the hub or the API.</summary>
/// <param name="CommandId">Made by the client, 8 to 64 letters, digits and hyphens (a UUID).</param>
/// <param name="AsSite">The site whose coordinator the sender speaks as; left out by operators.</param>
public sealed record CommandRequest(string CommandId, Domain.Command Command, string? AsSite = null);

/// <summary>The one door for commands, from the hub and from HTTP alike: who is it, and what do the rules say?</summary>
public sealed class CommandGateway(Teleconferences teleconferences, CurrentUser currentUser)
{
    /// <returns>Null if there is no such teleconference.</returns>
    /// <exception cref="BadCommandException">The command's id has not the right form.</exception>
    public async Task<CommandAnswer?> Send(string id, CommandRequest sent, ClaimsPrincipal user)
    {
        var envelope = new CommandEnvelope(sent.CommandId, sent.Command);
        if (!envelope.HasGoodId) throw new BadCommandException();
        return teleconferences.Find(id) is { } host
            ? await host.Send(envelope, currentUser.Actor(user, id, sent.AsSite))
            : null;
    }
}

/// <summary>The command's id has not the right form; nothing was decided.</summary>
public sealed class BadCommandException() : Exception("commandId is 8 to 64 letters, digits and hyphens.");
