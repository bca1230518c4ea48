namespace IndustrialMap.Live.Journal;

/// <summary>
/// What a journal knows of itself. It looks at its files at every append and read, and here whenever it is asked. What it finds
/// wrong it keeps: from then on every call throws <see cref="JournalLostException"/>, until the journal is opened anew.
/// </summary>
public interface IJournalHealth
{
    /// <summary>Why this journal answers no more, in one sentence of what, where and what to do; null while it does.</summary>
    string? Fault { get; }

    /// <summary>Looks at the files, and whether an append could be stored now. To be asked each second.</summary>
    /// <returns>
    /// False if it could not, with <see cref="Fault"/> null when another process holds the right to write, for five seconds by then.
    /// A full disk is first seen by an append.
    /// </returns>
    Task<bool> Ping(CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads everything once, past all caches, and without holding up an append: the file's own structure, each log's chain, and
    /// that no log ends before, or reads otherwise than, what this instance has read or stored of it. To be asked at the start and
    /// each minute.
    /// </summary>
    /// <returns>Every log whose chain is broken; it stops nothing else.</returns>
    /// <exception cref="JournalLostException">The file itself is damaged, or another one.</exception>
    Task<IReadOnlyList<LogDamage>> CheckIntegrity(CancellationToken cancellationToken = default);
}
