using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>Every log has been read. One that cannot be read is named, and keeps no other from being served.</summary>
internal sealed class LogsHealthCheck(Teleconferences teleconferences) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        if (!teleconferences.Ready.IsCompletedSuccessfully) return HealthCheckResult.Unhealthy("The logs are being read.");
        var unreadable = teleconferences.Unreadable.Select(log => log.Id).ToArray();
        return unreadable.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"Cannot be read: {string.Join(", ", unreadable)}. The server's log says why.");
    }
}
