using IndustrialMap.Live.Domain;
using Microsoft.Extensions.Logging;

namespace IndustrialMap.Live.Grains;

/// <summary>The site's line: up while a coordinator's connection holds a lease, lost when the last has gone.</summary>
internal sealed partial class SiteGrain
{
    private Leases leases = null!;
    private Task report = Task.CompletedTask;

    public Task Hold(Guid lease, bool isShown)
    {
        leases.Hold(lease);
        if (!isShown) Report();
        return Task.CompletedTask;
    }

    public Task Release(Guid lease)
    {
        leases.Release(lease);
        return Task.CompletedTask;
    }

    public Task Watch()
    {
        if (!leases.IsLineUp()) Report();
        return Task.CompletedTask;
    }

    /// <summary>Beside the call, which has come to say something and not to wait for the disk. One at a time: the next second asks again.</summary>
    private void Report()
    {
        if (report.IsCompleted) report = ReportLine();
    }

    private async Task ReportLine()
    {
        try
        {
            var outcome = await Send(CommandEnvelope.Own(new ReportLink(id, leases.IsLineUp()), Actor.Server));
            if (outcome.Failure is { } failure) NotRecorded(null, id, show, failure.Sentence);
        }
        catch (Exception failure)
        {
            NotRecorded(failure, id, show, "the ledger did not answer");
        }
    }

    [LoggerMessage(401, LogLevel.Warning, "The line of site {Site} of {Teleconference} could not be recorded; trying again in a second: {Sentence}")]
    private partial void NotRecorded(Exception? failure, string site, string teleconference, string sentence);
}
