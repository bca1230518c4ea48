namespace IndustrialMap.Live.Journal;

/// <summary>A file is not the whole file of a log. The message says in which line, what, and what to do; not the name.</summary>
/// <param name="line">From 1.</param>
public sealed class LogFileException(string message, long line, Exception? inner = null) : FormatException(message, inner)
{
    public long Line { get; } = line;
}
