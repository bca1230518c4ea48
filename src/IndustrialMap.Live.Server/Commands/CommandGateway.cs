using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;

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

/// <summary>
/// The one way in for commands, from the hub and from HTTP alike: who is it, and what do the rules say? What nobody answered is
/// asked again.
/// </summary>
public sealed class CommandGateway(CurrentUser currentUser, IGrainFactory grains, IClusterBuilds builds, TimeProvider steady)
{
    /// <exception cref="LedgerFailedException">The journal failed: send the same again.</exception>
    /// <exception cref="OutcomeUnknownException">Nobody answered for ten seconds: send the same again.</exception>
    internal async Task<CommandAnswer> Send(TeleconferenceFollower teleconference, CommandRequest request, ClaimsPrincipal user)
    {
        // The grain that decides may be at a server of an older build, which could not even refuse it.
        if (!builds.CanRead(request.Command)) return new(request.CommandId, teleconference.State.Seq, RefusalCode.UpgradeUnderWay);
        var outcome = await UnknownOutcomes.Repeat(
            async () =>
            {
                var by = await currentUser.Actor(user, teleconference.Id, request.AsSite);
                return await grains.Send(teleconference.State, CommandEnvelope.Of(request.CommandId, request.Command, by));
            },
            steady);
        return outcome.Answer ?? throw new LedgerFailedException(outcome.Failure!);
    }
}
