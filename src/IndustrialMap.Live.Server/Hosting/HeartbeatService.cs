namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Sends every screen its heartbeat.</summary>
internal sealed class HeartbeatService(Teleconferences teleconferences, TimeProvider clock) : EachSecondService(teleconferences, clock)
{
    protected override Task Work()
    {
        foreach (var host in Teleconferences.All) host.Views.SendHeartbeat();
        return Task.CompletedTask;
    }
}
