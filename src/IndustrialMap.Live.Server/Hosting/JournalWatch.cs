using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Looks after the journal while nobody asks it for anything: each second whether its files are still those that were opened,
/// at the start and each minute whether what is in them is whole. What it finds stops the console from answering, until it is
/// started again; a single log that is damaged stops nothing else.
/// </summary>
internal sealed partial class JournalWatch(
    Teleconferences teleconferences, IJournalHealth journal, [ConsoleClock] TimeProvider clock, ILogger<JournalWatch> log)
    : EachSecondService(teleconferences, clock)
{
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromMinutes(1);

    private Task check = Task.CompletedTask;
    private long checkedAt;
    private bool told;

    protected override async Task Work()
    {
        if (told) return;
        await journal.Ping();
        if (check.IsCompleted && (checkedAt == 0 || Clock.GetElapsedTime(checkedAt) >= BetweenChecks))
            (checkedAt, check) = (Clock.GetTimestamp(), CheckIntegrity());
        if (journal.Fault is not { } fault) return;
        told = true;
        JournalLost(fault);
    }

    /// <summary>Beside the look of each second: a large journal takes its time.</summary>
    private async Task CheckIntegrity()
    {
        try
        {
            foreach (var damage in await journal.CheckIntegrity()) Teleconferences.IsUnreadable(damage.Stream, damage.Sentence);
        }
        catch (Exception failure) when (ProblemExceptionHandler.IsJournal(failure))
        {
            if (journal.Fault is null) NotChecked(failure);
        }
    }

    [LoggerMessage(121, LogLevel.Critical, "{Fault}")]
    private partial void JournalLost(string fault);

    [LoggerMessage(122, LogLevel.Error, "The journal could not be checked; trying again in a minute")]
    private partial void NotChecked(Exception failure);
}
