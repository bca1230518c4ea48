namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Work that is done each second, from when the logs are read until the server stops. Each has a timer of its own: none waits for another.</summary>
internal abstract class EachSecondService(Teleconferences teleconferences, TimeProvider clock) : BackgroundService
{
    protected Teleconferences Teleconferences => teleconferences;

    protected TimeProvider Clock => clock;

    protected abstract Task Work();

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await teleconferences.Ready.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!teleconferences.Ready.IsCompletedSuccessfully) return;
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await second.WaitForNextTickAsync(cancellationToken)) await Work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
