namespace IndustrialMap.Live.Journal;

/// <summary>How an append ended.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>All events are on disk.</summary>
    /// <param name="Events">They, numbered and sealed, as a reader sees them from now on.</param>
    public sealed record Appended(IReadOnlyList<RecordedEvent> Events) : AppendResult;

    /// <summary>The stream's newest event is not the expected one; nothing was stored. Read on, and decide again.</summary>
    /// <param name="Newest">
    /// Where the stream ends. Not behind what the caller knows: there is nothing to read on, the log is another one than the
    /// caller read (<see cref="LogChain.Check(Place)"/> says so).
    /// </param>
    public sealed record WrongExpectedPlace(Place Newest) : AppendResult;

    /// <summary>One of the command ids is already in the stream; nothing was stored. Read on, and answer from the log.</summary>
    public sealed record CommandAlreadyStored : AppendResult;
}
