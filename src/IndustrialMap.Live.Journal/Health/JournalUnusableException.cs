using System.Data.Common;

namespace IndustrialMap.Live.Journal;

/// <summary>A journal cannot be opened. The message says what, where, and what to do, in one or two sentences.</summary>
public sealed class JournalUnusableException(string message, Exception? inner = null) : DbException(message, inner);
