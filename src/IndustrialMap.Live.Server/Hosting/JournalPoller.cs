using IndustrialMap.Live.Grains;
namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Looks for what other processes have written. While the journal does not answer, the heartbeat goes on.</summary>
internal sealed partial class JournalPoller(Teleconferences teleconferences, [ConsoleClock] TimeProvider clock, ILogger<JournalPoller> log)
    : EachSecondService(teleconferences, clock)
{
    protected override async Task Work()
    {
        try
        {
            await Teleconferences.CatchUp();
        }
        catch (Exception failure)
        {
            NotRead(failure);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "The journal could not be read; trying again in a second")]
    private partial void NotRead(Exception failure);
}
