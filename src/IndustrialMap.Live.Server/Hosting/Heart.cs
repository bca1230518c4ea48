using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Server.Hosting;

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

        await Task.WhenAll(EachSecond(Beat, stopping), EachSecond(CatchUp, stopping));
    }

    private Task Beat()
    {
        foreach (var host in teleconferences.All) host.Feed.Beat();
        return Task.CompletedTask;
    }

    private async Task CatchUp()
    {
        try
        {
            await teleconferences.CatchUp();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The journal could not be read; trying again in a second");
        }
    }

    /// <summary>Each for itself: a journal that does not answer must not stop the beat.</summary>
    private async Task EachSecond(Func<Task> work, CancellationToken stopping)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await second.WaitForNextTickAsync(stopping)) await work();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
