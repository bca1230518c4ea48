using System.Data.Common;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// The journal that was opened is no longer there, or damaged. Nothing is stored, and trying again does not help: the console
/// must be started anew. The message says what, where, and what to do.
/// </summary>
public sealed class JournalLostException(string fault, Exception? inner = null) : DbException(fault, inner);
