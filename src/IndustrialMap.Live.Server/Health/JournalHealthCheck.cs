using IndustrialMap.Live.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>The journal answers.</summary>
internal sealed class JournalHealthCheck(IJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await journal.Streams(cancellationToken).WaitAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The journal does not answer.");
        }
        catch (Exception failure) when (ProblemExceptionHandler.IsJournal(failure))
        {
            return HealthCheckResult.Unhealthy("The journal cannot be read.");
        }
    }
}
