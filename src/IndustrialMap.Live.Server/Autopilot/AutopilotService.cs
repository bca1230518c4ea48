using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>
/// Plays an operator and every coordinator from within a server, through the same door as people: it opens one-time links, signs in,
/// looks at the control view over HTTP and sends commands.
/// </summary>
internal sealed partial class AutopilotService(
    IOptions<ServerOptions> options, Teleconferences teleconferences, Keepers keepers, IServer server, ILogger<AutopilotService> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var speed = options.Value.Speed;
        if (options.Value.Autopilot is not { Length: > 0 } id || !await Ready(cancellationToken)) return;
        if (teleconferences.Find(id) is not { } show)
        {
            CannotPlay(id);
            return;
        }
        var origin = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        try
        {
            using var crew = await CrewClient.SignIn([origin], id, await UnknownOutcomes.Repeat(() => Tokens(show), TimeProvider.System), cancellationToken);
            Plays(id, speed);
            await AutopilotPlayer.Play(crew, speed, NotAnswered, cancellationToken);
            HasPlayed(id);
        }
        catch (Exception cannot) when (cannot is CannotPlayException or OutcomeUnknownException)
        {
            Stopped(id, cannot.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task<string[]> Tokens(TeleconferenceFollower show)
    {
        const string name = "Autopilot";
        var operators = keepers.Operators.Invite(show.Id, name);
        var sites = show.State.Sites.Select(async site => (await keepers.Site(show.Id, site.Id).Invite(name, renewedBy: null)).Token);
        return [(await operators).Token, .. await Task.WhenAll(sites)];
    }

    private async Task<bool> Ready(CancellationToken cancellationToken)
    {
        await teleconferences.Ready.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return teleconferences.Ready.IsCompletedSuccessfully && !cancellationToken.IsCancellationRequested;
    }

    [LoggerMessage(301, LogLevel.Error, "The autopilot cannot play {Teleconference}: there is no such teleconference")]
    private partial void CannotPlay(string teleconference);

    [LoggerMessage(302, LogLevel.Information, "The autopilot plays {Teleconference} at speed {Speed}")]
    private partial void Plays(string teleconference, double speed);

    [LoggerMessage(303, LogLevel.Warning, "The autopilot was not answered; trying again")]
    private partial void NotAnswered(Exception failure);

    [LoggerMessage(305, LogLevel.Error, "The autopilot has stopped playing {Teleconference}: {Why}")]
    private partial void Stopped(string teleconference, string why);

    [LoggerMessage(304, LogLevel.Information, "The autopilot has played {Teleconference} to its end")]
    private partial void HasPlayed(string teleconference);
}
