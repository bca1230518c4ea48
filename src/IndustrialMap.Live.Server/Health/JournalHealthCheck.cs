using IndustrialMap.Live.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndustrialMap.Live.Server.Health;

/// <summary>The journal answers.</summary>
internal sealed class JournalHealthCheck(IJournal journal, IJournalHealth health) : IHealthCheck
{
    private static HealthCheckResult Lost => HealthCheckResult.Unhealthy(
        "The journal was moved, changed or damaged while the server ran, and nothing is stored. The server's log says what to do; then start the server again.");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (health.Fault is not null) return Lost;
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
            return health.Fault is null ? HealthCheckResult.Unhealthy("The journal cannot be read.") : Lost;
        }
    }
}
