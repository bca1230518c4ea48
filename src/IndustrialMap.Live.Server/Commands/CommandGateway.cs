using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Commands;

/// <summary>A command as it is sent to the hub or the API.</summary>
/// <param name="CommandId">
/// Made by the client, 8 to 64 letters, digits and hyphens (a UUID). What was accepted under it is kept: the same command
/// sent again by the same person is answered the same, another one is refused.
/// </param>
/// <param name="AsSite">The site whose coordinator the sender speaks as; left out by operators.</param>
public sealed record CommandRequest(string CommandId, Command Command, string? AsSite = null)
{
    internal bool HasGoodId => CommandId is { Length: >= 8 and <= 64 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <summary>The one way in for commands, from the hub and from HTTP alike: who is it, and what do the rules say?</summary>
public sealed class CommandGateway(CurrentUser currentUser)
{
    internal Task<CommandAnswer> Send(LiveTeleconference teleconference, CommandRequest request, ClaimsPrincipal user) =>
        teleconference.Send(CommandEnvelope.Of(
            request.CommandId, request.Command, currentUser.Actor(user, teleconference.Id, request.AsSite)));
}
