using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>The ledger does not answer, and without it nobody can say whether a reader's place is one of this log.</summary>
public sealed class LedgerSilentException(Exception cause) : Exception("The ledger does not answer.", cause);

/// <summary>What a reader may be shown while the ledger may be ahead of this server.</summary>
internal static class LedgerSilence
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Before a reader follows: one who brings a place that this server does not have may have it from another server that is
    /// further. If the ledger has it, this server reads on; if not, the log is another one (a backup was restored) and the reader
    /// takes the whole view. One whose place is known, or who brings none, is served with what there is, and its age.
    /// </summary>
    /// <exception cref="LedgerSilentException">The ledger cannot be asked, and the reader keeps its picture.</exception>
    internal static async Task ReadOnFor(this TeleconferenceFollower teleconference, Place? after)
    {
        if (after is null || teleconference.Has(after)) await teleconference.TryRefresh();
        else if (await Told(teleconference.ReadOnTo(after)) is { } silent) throw new LedgerSilentException(silent);
    }

    /// <summary>Asks the ledger for what is new, for a second; where it does not answer, what is there has its age.</summary>
    /// <returns>False: it was not told.</returns>
    internal static async Task<bool> TryRefresh(this TeleconferenceFollower teleconference) => await Told(teleconference.Fresh()) is null;

    private static async Task<Exception?> Told(Task asked)
    {
        try
        {
            await asked.WaitAsync(Patience);
            return null;
        }
        catch (Exception silent)
        {
            return silent;
        }
    }
}
