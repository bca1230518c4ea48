namespace IndustrialMap.Live.Journal;

/// <summary>A file is not the whole file of a log. The message says what, in which line, and what to do; the caller adds the name.</summary>
/// <param name="line">From 1.</param>
public sealed class LogFileException(string message, long line, Exception? inner = null) : FormatException(message, inner)
{
    public long Line { get; } = line;
}
