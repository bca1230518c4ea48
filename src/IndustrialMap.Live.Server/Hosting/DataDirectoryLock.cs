namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// One server holds a data folder at a time: its silo is alone, so another one would have every grain a second time. Commands that
/// do one thing beside a server (import, invite, verify) do not hold it.
/// </summary>
internal sealed class DataDirectoryLock(DataDirectory data) : IHostedService, IDisposable
{
    private FileStream? held;

    /// <exception cref="StartupException">Another server holds the folder.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        held = data.HoldForServer();
        return Task.CompletedTask;
    }

    /// <summary>Until the process has let go of all that it had open here.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => held?.Dispose();
}
