using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>
/// This server's clock shows what that of each show's ledger shows, wherever that is. Where not, every time on the screens is the ledger's
/// all the same; but should the ledger move here, all clocks of that show would be set.
/// </summary>
internal sealed class ClockHealthCheck(Teleconferences teleconferences) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var apart = teleconferences.All.Select(one => one.ClockApart).OfType<TimeSpan>().OrderByDescending(each => each.Duration()).FirstOrDefault();
        return Task.FromResult(apart == default
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(string.Create(
                CultureInfo.InvariantCulture,
                $"This server's clock is {apart.Duration().TotalSeconds:0.0} s {(apart > TimeSpan.Zero ? "ahead of" : "behind")} the others'. Set it by NTP.")));
    }
}
