using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Sends every screen its heartbeat, with what keeps the server from taking commands, and looks whether its clock was set.
/// </summary>
internal sealed partial class HeartbeatService(
    Teleconferences teleconferences, IJournalHealth journal, [ConsoleClock] TimeProvider clock, ILogger<HeartbeatService> log)
    : EachSecondService(teleconferences, clock)
{
    protected override Task Work()
    {
        foreach (var host in Teleconferences.All)
        {
            host.Views.SendHeartbeat(TroubleOf(host));
            _ = CheckClock(host);
        }
        return Task.CompletedTask;
    }

    private Trouble? TroubleOf(LiveTeleconference host) =>
        journal.Fault is not null ? Trouble.JournalLost
        : Teleconferences.FindUnreadable(host.Id) is not null ? Trouble.LogUnreadable
        : null;

    /// <summary>Waits for nobody: a journal that does not answer must not stop the heartbeat.</summary>
    private async Task CheckClock(LiveTeleconference host)
    {
        try
        {
            await host.CheckClock();
        }
        catch (Exception failure)
        {
            StepNotRecorded(host.Id, failure);
        }
    }

    [LoggerMessage(111, LogLevel.Error, "The step of the clock could not be recorded in {Teleconference}; trying again in a second")]
    private partial void StepNotRecorded(string teleconference, Exception failure);
}
