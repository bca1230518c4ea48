using System.Data.Common;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// A journal refused an append for what others had stored before, and then had nothing to read of it: to try again would
/// go on for ever. Nothing of the append was stored.
/// </summary>
public sealed class JournalContradictionException(string stream, AppendResult refused) : DbException(
    $"The journal answered {refused.GetType().Name} to an append to the log \"{stream}\", but shows nothing there that was not read before. "
    + "Check its file or database; if it is whole, start the server again.");
