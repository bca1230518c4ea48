using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>How a log begins.</summary>
public static class DraftedLog
{
    /// <summary>
    /// Writes the first event of a new log, straight into the journal: where there is no log, there is no ledger to ask, and the
    /// journal takes a first event once, whoever else writes one.
    /// </summary>
    /// <returns>False if there is a log of this id already: it is never written over.</returns>
    /// <exception cref="System.Data.Common.DbException">The journal cannot be written.</exception>
    public static async Task<bool> Write(IJournal journal, TeleconferencePlan plan, Actor by, TimeProvider clock)
    {
        var drafted = new EventEnvelope(1, clock.GetUtcNow(), by, new TeleconferenceDrafted(plan));
        var commandId = Guid.NewGuid().ToString();
        // Nobody else has this command's id: if it is stored already, then by this append, whose answer was lost on the way.
        return await journal.Append(plan.Id, Place.Start, [EventCodec.Write(commandId, default, drafted)]) is not AppendResult.WrongExpectedPlace;
    }
}
