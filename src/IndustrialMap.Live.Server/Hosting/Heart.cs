using IndustrialMap.Live.PlanFiles;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Opens the journal at the start, then once a second sends every screen its beat and looks for other processes' events.</summary>
internal sealed class Heart(Teleconferences teleconferences, SiteLines lines, TimeProvider clock, ILogger<Heart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await teleconferences.CatchUp();
            foreach (var plan in BuiltInPlans.All)
                if (teleconferences.Find(plan.Id) is null) await teleconferences.Create(plan, Domain.Actor.Server);
            teleconferences.IsReady();
        }
        catch (Exception failure)
        {
            // Whoever waits for the logs hears why, and the program ends with it.
            teleconferences.HasFailed(failure);
            return;
        }
        _ = lines.ReportThoseGone(teleconferences.All);

        await Task.WhenAll(EachSecond(Beat, cancellationToken), EachSecond(CatchUp, cancellationToken));
    }

    private Task Beat()
    {
        foreach (var host in teleconferences.All)
        {
            host.Views.SendHeartbeat(teleconferences.FindUnreadable(host.Id) is null ? null : Trouble.LogUnreadable);
            _ = CheckClock(host);
        }
        return Task.CompletedTask;
    }

    private async Task CheckClock(LiveTeleconference host)
    {
        try
        {
            await host.CheckClock();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The step of the clock could not be recorded; trying again in a second");
        }
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
    private async Task EachSecond(Func<Task> work, CancellationToken cancellationToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await second.WaitForNextTickAsync(cancellationToken)) await work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
