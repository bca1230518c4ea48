using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>One look at the parts serves all who ask while it is under way: anybody may ask, and each look reads the journal.</summary>
internal sealed class SharedHealthReport(HealthCheckService checks)
{
    private readonly Lock gate = new();
    private Task<HealthReport>? underWay;

    internal Task<HealthReport> Newest()
    {
        lock (gate) return underWay is { IsCompleted: false } ? underWay : underWay = checks.CheckHealthAsync();
    }
}
