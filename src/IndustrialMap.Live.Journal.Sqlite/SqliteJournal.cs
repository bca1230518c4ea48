using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// The embedded journal: one SQLite file, with its write-ahead log beside it. Any number of threads may use one instance,
/// and any number of processes on the same machine one file. No call works on its caller's thread.
/// </summary>
public sealed partial class SqliteJournal : IJournal, IJournalHealth, IAsyncDisposable
{
    private readonly Writer writer;
    private readonly SemaphoreSlim turn = new(1);
    private bool closed;

    /// <inheritdoc/>
    /// <remarks>SQLite has no bound of its own for a transaction.</remarks>
    public int MaxCommands => int.MaxValue;

    internal SqliteJournal(SqliteConnection connection)
    {
        writer = new Writer(connection);
        path = writer.Path;
        guard = new FileGuard(path);
    }

    /// <summary>Opens the file; makes it, and its folder, if it is not there.</summary>
    /// <exception cref="JournalUnusableException">The file cannot be used, or not by this version; the message says what to do.</exception>
    public static SqliteJournal Open(string path) => JournalFile.Open(Path.GetFullPath(path), connection => new SqliteJournal(connection));

    /// <inheritdoc/>
    /// <param name="cancellationToken">Heeded until the append begins; then it is carried through.</param>
    /// <exception cref="ArgumentException">
    /// There is no event, the events of one command do not stand together, or a hash is not one.
    /// </exception>
    /// <exception cref="SqliteException">
    /// The disk is full or broken, or another process has been writing for five seconds. Read on before trying again.
    /// </exception>
    /// <exception cref="JournalLostException">Whether it is stored is not known, and of no matter.</exception>
    public async Task<AppendResult> Append(
        string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        var commandIds = AppendRules.CommandIds(events, MaxCommands);
        var result = await InTurn(() =>
        {
            var result = writer.Append(stream, expected, commandIds, events);
            LookInside(committed: result is AppendResult.Appended);
            if (result is AppendResult.Appended appended) Know(appended.Events[^1]);
            return result;
        }, cancellationToken);
        if (guard.Frames >= CheckpointAt) _ = Checkpoint();
        return result;
    }

    public Task<IReadOnlyList<RecordedEvent>> Read(
        string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Reading(connection =>
        {
            var events = new List<RecordedEvent>();
            foreach (var recorded in connection.ReadEvents(stream, afterSeq, limit))
            {
                cancellationToken.ThrowIfCancellationRequested();
                events.Add(recorded);
            }
            if (events.Count > 0) Know(events[^1]);
            return (IReadOnlyList<RecordedEvent>)events;
        }, cancellationToken);
    }

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default) =>
        Reading(connection => (IReadOnlyList<StreamHead>)[.. connection.ReadStreams()], cancellationToken);

    /// <summary>
    /// Waits for the append under way. The last one to close the file moves the write-ahead log into it; a journal that was lost
    /// leaves everything as it is.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        if (!closed)
        {
            closed = true;
            if (Fault is not null || guard.Look(out _) is not null) writer.LeaveFilesAlone();
            ForgetReaders();
            writer.Dispose();
            guard.Dispose();
        }
        turn.Release();
    }

    private async Task<T> InTurn<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            return await Task.Run(() => Watched(work), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private Task<T> Reading<T>(
        Func<SqliteConnection, T> read, CancellationToken cancellationToken, bool pooling = true) => Task.Run(async () =>
    {
        ObjectDisposedException.ThrowIf(closed, this);
        // Before a file is opened anew: if it is another one by now, opening it would cut the shared memory under the writer.
        if (Watched(Look)) await InTurn(Recheck, cancellationToken);
        return Watched(() =>
        {
            using var connection = new SqliteConnection(JournalFile.ReaderConnectionString(path, pooling));
            connection.Open();
            return read(connection);
        });
    }, cancellationToken);
}
