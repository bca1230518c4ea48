using IndustrialMap.Live.Scripts;

namespace IndustrialMap.Live.Server;

/// <summary>Opens the journal at the start, then once a second sends every screen its beat and looks for other processes' events.</summary>
internal sealed class Heart(Teleconferences teleconferences, SiteLines lines, TimeProvider clock, ILogger<Heart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await teleconferences.CatchUp();
        foreach (var script in Shipped.All)
            if (teleconferences.Find(script.Id) is null) await teleconferences.Draft(script, Domain.Actor.Server);
        teleconferences.IsReady();
        _ = lines.ReportThoseGone(teleconferences.All);

        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await second.WaitForNextTickAsync(stopping).AsTask().ContinueWith(tick => tick.IsCompletedSuccessfully && tick.Result, TaskScheduler.Default))
        {
            foreach (var host in teleconferences.All) host.Feed.Beat();
            try
            {
                await teleconferences.CatchUp();
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The journal could not be read; trying again in a second");
            }
        }
    }
}
