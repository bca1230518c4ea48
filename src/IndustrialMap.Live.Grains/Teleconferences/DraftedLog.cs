using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>What came of drafting a plan.</summary>
public enum DraftResult
{
    Drafted,
    /// <summary>There is a log of this id already: it is never written over.</summary>
    IdTaken,
    /// <summary>A server of the cluster is of a build that could not read the plan: nothing was stored.</summary>
    UpgradeUnderWay,
}

/// <summary>How a log begins.</summary>
public static class DraftedLog
{
    /// <summary>
    /// Writes the first event of a new log, straight into the journal: where there is no log, there is no ledger to ask, and the
    /// journal takes a first event once, whoever else writes one.
    /// </summary>
    /// <param name="builds">Which events may be written; null: all.</param>
    /// <exception cref="System.Data.Common.DbException">The journal cannot be written.</exception>
    public static async Task<DraftResult> Write(
        IJournal journal, TeleconferencePlan plan, Actor by, TimeProvider clock, IClusterBuilds? builds = null)
    {
        var drafted = new EventEnvelope(1, clock.GetUtcNow(), by, Teleconference.Drafted(plan));
        if (builds?.CanRead(drafted.Event) == false) return DraftResult.UpgradeUnderWay;
        var commandId = Guid.NewGuid().ToString();
        // Nobody else has this command's id: if it is stored already, then by this append, whose answer was lost on the way.
        var appended = await journal.Append(plan.Id, Place.Start, [EventCodec.Write(commandId, default, drafted)]);
        return appended is AppendResult.WrongExpectedPlace ? DraftResult.IdTaken : DraftResult.Drafted;
    }
}
