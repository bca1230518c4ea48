using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Sends every screen its heartbeat, with what keeps the server from taking commands.</summary>
internal sealed class HeartbeatService(
    Teleconferences teleconferences, IJournalHealth journal, [ConsoleClock] TimeProvider clock)
    : EachSecondService(teleconferences, clock)
{
    protected override Task Work()
    {
        foreach (var teleconference in Teleconferences.All) teleconference.Views.SendHeartbeat(new(TroubleOf(teleconference), ClockApart(teleconference)));
        return Task.CompletedTask;
    }

    private static int? ClockApart(TeleconferenceFollower teleconference) =>
        teleconference.ClockApart is { } apart ? (int)Math.Round(apart.TotalSeconds) : null;

    private Trouble? TroubleOf(TeleconferenceFollower teleconference) =>
        journal.Fault is not null ? Trouble.JournalLost
        : Teleconferences.FindUnreadable(teleconference.Id) is not null ? Trouble.LogUnreadable
        : teleconference.IsSilent ? Trouble.LedgerSilent
        : null;
}
