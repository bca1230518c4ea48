namespace IndustrialMap.Live.Journal;

/// <summary>An event that is to be stored: its name, its JSON (UTF-8), and what its command said of itself.</summary>
/// <param name="CommandId">The client's own id of the command; every event of one command carries the same one.</param>
/// <param name="At">UTC, by the host's clock; kept to the millisecond.</param>
/// <param name="By">Who gave the command, as JSON (UTF-8).</param>
public sealed record NewEvent(string CommandId, DateTimeOffset At, ReadOnlyMemory<byte> By, string Type, ReadOnlyMemory<byte> Data);

/// <summary>An event as it stands in the log.</summary>
/// <param name="Seq">1, 2, 3 … within its stream, without a gap.</param>
public sealed record RecordedEvent(
    string Stream, long Seq, string CommandId, DateTimeOffset At, ReadOnlyMemory<byte> By, string Type, ReadOnlyMemory<byte> Data);

/// <summary>The newest sequence of a stream.</summary>
public sealed record StreamHead(string Stream, long Seq);

/// <summary>How an append ended.</summary>
public enum AppendResult
{
    /// <summary>All events are on disk.</summary>
    Appended,
    /// <summary>The stream's newest sequence is not the expected one; nothing was stored. Read on, and decide again.</summary>
    WrongExpectedSeq,
    /// <summary>One of the command ids is already in the stream; nothing was stored. Read on, and answer from the log.</summary>
    CommandAlreadyStored,
}

/// <summary>
/// An append-only log of streams. What every journal must hold is tested by one contract suite:
/// <list type="number">
/// <item>A stream is numbered 1, 2, 3 … without a gap, in the order of its appends.</item>
/// <item>An append stores all of its events or none.</item>
/// <item>When an append has returned <see cref="AppendResult.Appended"/>, its events survive the death of the process and
/// of the machine's power.</item>
/// <item>An append names the sequence that it expects to be the newest (0: the stream does not exist). Of appends that
/// expect the same one, from any number of processes, exactly one is stored.</item>
/// <item>A command id is stored once a stream; two streams may hold the same one.</item>
/// <item>What is read is what was written, byte for byte, in order; a reader sees no half of an append.</item>
/// <item>Nothing is ever changed or deleted.</item>
/// </list>
/// A journal that cannot be read or written throws a <see cref="System.Data.Common.DbException"/>, and one that was closed
/// an <see cref="ObjectDisposedException"/>; the caller may try again.
/// </summary>
public interface IJournal
{
    /// <param name="expectedSeq">The newest sequence of the stream, as the caller knows it.</param>
    /// <param name="events">In order; at least one. Events of one command stand together.</param>
    Task<AppendResult> Append(string stream, long expectedSeq, IReadOnlyList<NewEvent> events, CancellationToken cancel = default);

    /// <summary>The events after <paramref name="afterSeq"/>, in order; empty for a stream that does not exist.</summary>
    /// <param name="limit">How many events at the most.</param>
    Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancel = default);

    /// <summary>Every stream with its newest sequence, by name.</summary>
    Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancel = default);
}
