using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>
/// Plays an operator and every coordinator through the same door as people: it opens one-time links, signs in, follows
/// the control view over HTTP and sends commands. What it does next it reads from the view alone, so after a restart it
/// goes on where the show stands.
/// </summary>
internal sealed partial class AutopilotService(
    IOptions<ServerOptions> options, Teleconferences teleconferences, Keepers keepers, IServer server,
    [ConsoleClock] TimeProvider clock, ILogger<AutopilotService> log) : BackgroundService
{
    /// <summary>How often the pilot looks at the show, and how long a site takes over each word, in planned time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

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
        using var player = await CrewClient.SignIn(origin, id, await Invitations(show), cancellationToken);
        Plays(id, speed);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.05, Look.TotalSeconds / speed)), clock);
        while (await Tick(timer, cancellationToken))
        {
            try
            {
                var view = await player.View(cancellationToken);
                if (view.Header.Phase == Phase.Ended && view.Launches.All(launch => launch.State != LaunchState.Called)) break;
                foreach (var (command, site) in AutopilotPolicy.Next(view, clock.GetUtcNow(), speed))
                    await player.Send(command, site, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                NotAnswered(failure);
            }
        }
        HasPlayed(id);
    }

    private async Task<(string? SiteId, string Token)[]> Invitations(TeleconferenceFollower show)
    {
        const string name = "Autopilot";
        var operators = keepers.Operators.Invite(show.Id, name);
        var sites = show.State.Sites.Select(async site =>
            ((string?)site.Id, (await keepers.Site(show.Id, site.Id).Invite(name, renewedBy: null)).Token));
        return [(null, (await operators).Token), .. await Task.WhenAll(sites)];
    }

    private async Task<bool> Ready(CancellationToken cancellationToken)
    {
        await teleconferences.Ready.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return teleconferences.Ready.IsCompletedSuccessfully && !cancellationToken.IsCancellationRequested;
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(301, LogLevel.Error, "The autopilot cannot play {Teleconference}: there is no such teleconference")]
    private partial void CannotPlay(string teleconference);

    [LoggerMessage(302, LogLevel.Information, "The autopilot plays {Teleconference} at speed {Speed}")]
    private partial void Plays(string teleconference, double speed);

    [LoggerMessage(303, LogLevel.Warning, "The autopilot was not answered; trying again")]
    private partial void NotAnswered(Exception failure);

    [LoggerMessage(304, LogLevel.Information, "The autopilot has played {Teleconference} to its end")]
    private partial void HasPlayed(string teleconference);
}
