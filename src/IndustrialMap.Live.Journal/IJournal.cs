namespace IndustrialMap.Live.Journal;

/// <summary>
/// An append-only log of streams. What every journal must hold is tested by one contract suite:
/// <list type="number">
/// <item>A stream is numbered 1, 2, 3 … without a gap, in the order of its appends.</item>
/// <item>An append stores all of its events or none.</item>
/// <item>When an append has returned <see cref="AppendResult.Appended"/>, its events survive the death of the process and
/// of the machine's power.</item>
/// <item>An append names the place that it expects to be the newest, seq and seal. Of appends that expect the same one, from
/// any number of processes, exactly one is stored; a log that was put in the place of the one that was read is no such place.</item>
/// <item>A command id is stored once a stream; two streams may hold the same one.</item>
/// <item>What is read is what was written, byte for byte, in order; a reader sees no half of an append.</item>
/// <item>Nothing is ever changed or deleted.</item>
/// <item>Each event is sealed by <see cref="Seal"/>, the same in every journal, when it is stored.</item>
/// </list>
/// A journal that cannot be read or written throws a <see cref="System.Data.Common.DbException"/>, and one that was closed
/// an <see cref="ObjectDisposedException"/>; the caller may try again. It does not check the seals of what it reads: whoever folds
/// events follows them with a <see cref="LogChain"/>.
/// </summary>
public interface IJournal
{
    /// <summary>How many commands one append may hold.</summary>
    int MaxCommands { get; }

    /// <param name="expected">The newest event of the stream, as the caller knows it.</param>
    /// <param name="events">
    /// In order; at least one, of <see cref="MaxCommands"/> commands at the most. Events of one command stand together.
    /// </param>
    Task<AppendResult> Append(string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default);

    /// <summary>The events after <paramref name="afterSeq"/>, in order; empty for a stream that does not exist.</summary>
    /// <param name="limit">How many events at the most.</param>
    Task<IReadOnlyList<RecordedEvent>> Read(
        string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>The newest event of every stream, by name.</summary>
    Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default);
}
