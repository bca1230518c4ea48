using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Looks every few seconds which teleconferences there are: another process may have imported one.</summary>
internal sealed partial class TeleconferenceListPoller(Teleconferences teleconferences, [ConsoleClock] TimeProvider clock, ILogger<TeleconferenceListPoller> log)
    : EachSecondService(teleconferences, clock)
{
    private const int Seconds = 5;

    private int second;

    protected override async Task Work()
    {
        if (++second % Seconds > 0) return;
        try
        {
            await Teleconferences.ReadList();
        }
        catch (Exception failure)
        {
            NotRead(failure);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "The journal could not be read; trying again in five seconds")]
    private partial void NotRead(Exception failure);
}
