using IndustrialMap.Live.Grains;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Reads every log at the start, while the silo starts beside it, and then lets in those who wait for both.</summary>
internal sealed class JournalLoader(
    Teleconferences teleconferences, BuiltInTeleconferenceSeeder seeder,
    [FromKeyedServices(ConsoleGrains.AccessStorage)] IGrainStorage storage, IHostApplicationLifetime lifetime,
    AccessCarriedOver? access = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await teleconferences.ReadList();
            await seeder.Seed();
            await Started(cancellationToken);
            if (access is not null) await access.CarryOver(storage);
        }
        catch (Exception failure)
        {
            // Whoever waits for the logs hears why, and the program ends with it.
            teleconferences.HasFailed(failure);
            return;
        }
        teleconferences.IsReady();
    }

    private async Task Started(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
