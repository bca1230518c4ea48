using Dapper;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>
/// The embedded journal: one SQLite file, with its write-ahead log beside it. Any number of threads may use one instance,
/// and any number of processes on the same machine one file. No call works on its caller's thread.
/// </summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    private readonly string path;
    private readonly string readers;
    private readonly Writer writer;
    private readonly SemaphoreSlim turn = new(1);
    private bool closed;

    private SqliteJournal(string path)
    {
        this.path = path;
        readers = JournalFile.ReaderConnectionString(path);
        writer = new Writer(JournalFile.OpenWriter(path));
    }

    /// <summary>Opens the file; makes it, and its folder, if it is not there.</summary>
    /// <exception cref="InvalidDataException">The file is not a journal that this version can use; the message says what to do.</exception>
    public static SqliteJournal Open(string path) => new(Path.GetFullPath(path));

    /// <inheritdoc/>
    /// <param name="cancellationToken">Heeded until the append begins; then it is carried through.</param>
    /// <exception cref="ArgumentException">There is no event, the events of one command do not stand together, or a hash is not one.</exception>
    /// <exception cref="SqliteException">
    /// The disk is full or broken, or another process has been writing for five seconds. Read on before trying again.
    /// </exception>
    public Task<AppendResult> Append(string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        var commandIds = CommandIds(events);
        return InTurn(() => writer.Append(stream, expected, commandIds, events), cancellationToken);
    }

    public Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Reading(connection =>
        {
            var events = new List<RecordedEvent>();
            foreach (var row in connection.Query<EventRow>(Sql.Read, new { stream, afterSeq, limit }, buffered: false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                events.Add(row.ToEvent());
            }
            return (IReadOnlyList<RecordedEvent>)events;
        }, cancellationToken);
    }

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default) =>
        Reading(connection => (IReadOnlyList<StreamHead>)[.. connection.Query<Head>(Sql.Streams).Select(head => head.ToHead())], cancellationToken);

    /// <summary>
    /// True if the file is still in its place and the right to write can be had, within five seconds. It writes nothing, so
    /// that a full disk is first seen by an append.
    /// </summary>
    public Task<bool> Ping(CancellationToken cancellationToken = default) => InTurn(() =>
    {
        // A file that was deleted under an open connection goes on working, and is gone with the process.
        if (!File.Exists(path)) return false;
        try
        {
            writer.Probe();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }, cancellationToken);

    /// <summary>Waits for the append under way. The last one to close the file moves the write-ahead log into it.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        if (!closed)
        {
            closed = true;
            using var reader = new SqliteConnection(readers);
            SqliteConnection.ClearPool(reader);
            writer.Dispose();
        }
        turn.Release();
    }

    private static List<string> CommandIds(IReadOnlyList<NewEvent> events)
    {
        if (events.Count == 0) throw new ArgumentException("An append has at least one event.", nameof(events));
        var ids = events.Select(e => e.CommandId).Where((id, i) => i == 0 || id != events[i - 1].CommandId).ToList();
        if (events.Any(e => e.CommandHash.Length is not (0 or Seal.Length)))
            throw new ArgumentException($"A command's hash has {Seal.Length} bytes, or none.", nameof(events));
        if (ids.Distinct().Count() != ids.Count)
            throw new ArgumentException("Events of one command stand together.", nameof(events));
        return ids;
    }

    private async Task<T> InTurn<T>(Func<T> write, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            return await Task.Run(write, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private Task<T> Reading<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) => Task.Run(() =>
    {
        ObjectDisposedException.ThrowIf(closed, this);
        using var connection = new SqliteConnection(readers);
        connection.Open();
        return read(connection);
    }, cancellationToken);

    /// <summary>With setters and not a constructor: an empty answer tells no column types to choose a constructor by.</summary>
    private sealed class Head
    {
        public string Stream { get; init; } = "";
        public long Seq { get; init; }
        public byte[] Seal { get; init; } = [];
        public long At { get; init; }
        public long SealedFrom { get; init; }

        public StreamHead ToHead() => new(Stream, Seq, Seal, EventRow.Time(At), SealedFrom);
    }
}
