using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>
/// Plays an operator and every coordinator through the same door as people: it opens one-time links, signs in, follows
/// the control view over HTTP and sends commands. What it does next it reads from the view alone, so after a restart it
/// goes on where the show stands.
/// </summary>
internal sealed class Pilot(
    ConsoleOptions options, Teleconferences teleconferences, GrantStore grants, IServer server, IHostApplicationLifetime lifetime,
    TimeProvider clock, ILogger<Pilot> log) : BackgroundService
{
    /// <summary>How often the pilot looks at the show, and how long a site takes over each word, in planned time.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (!await Started(stopping)) return;
        var id = options.Autopilot!;
        if (teleconferences.Find(id) is not { } host)
        {
            log.LogError("The autopilot cannot play {Teleconference}: there is no such teleconference", id);
            return;
        }
        var origin = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var player = await Player.SignIn(origin, id, Invitations(host), stopping);
        log.LogInformation("The autopilot plays {Teleconference} at speed {Speed}", id, options.Speed);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.05, Look.TotalSeconds / options.Speed)), clock);
        while (await Tick(timer, stopping))
        {
            try
            {
                var view = await player.View(stopping);
                if (view.Head.Phase == Phase.Ended && view.Launches.All(launch => launch.State != LaunchState.Called)) break;
                foreach (var (command, site) in Playing.Next(view, clock.GetUtcNow(), options.Speed)) await player.Send(command, site, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                log.LogWarning(failure, "The autopilot was not answered; trying again");
            }
        }
        log.LogInformation("The autopilot has played {Teleconference} to its end", id);
    }

    private IEnumerable<(string? SiteId, string Secret)> Invitations(LiveTeleconference host) =>
    [
        (null, grants.Create(Role.Operator, host.Id, null, "Autopilot").Secret),
        .. host.State.Sites.Select(site => ((string?)site.Id, grants.Create(Role.Coordinator, host.Id, site.Id, "Autopilot").Secret)),
    ];

    private async Task<bool> Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAll(started.Task, teleconferences.Ready).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
