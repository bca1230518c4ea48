using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IndustrialMap.Live.Journal.Sqlite;

/// <summary>What it does so that a file that breaks, or is taken away, is seen before anything is answered as stored.</summary>
public sealed partial class SqliteJournal
{
    /// <summary>How many pages, of 4 KB, may wait in the write-ahead log: SQLite's own number.</summary>
    private const int CheckpointAt = 1000;

    private readonly string path;
    private readonly FileGuard guard;
    private readonly ConcurrentDictionary<string, Place> known = new();
    private JournalLostException? lost;
    private int checkpointing;

    public string? Fault => Volatile.Read(ref lost)?.Message;

    public async Task<bool> Ping(CancellationToken cancellationToken = default)
    {
        try
        {
            return await InTurn(() =>
            {
                LookInside(committed: false);
                writer.Probe();
                return true;
            }, cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or JournalLostException)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<LogDamage>> CheckIntegrity(CancellationToken cancellationToken = default) => Reading(connection =>
    {
        var found = Integrity.Check(connection, new Dictionary<string, Place>(known), cancellationToken);
        return found.File is null ? found.Logs : throw Damaged(found.File);
    }, cancellationToken, pooling: false);

    /// <summary>Does what touches the files, and finds the reason when it fails.</summary>
    /// <exception cref="JournalLostException">The journal was lost, now or before.</exception>
    private T Watched<T>(Func<T> work)
    {
        if (Volatile.Read(ref lost) is { } before) throw new JournalLostException(before.Message, before);
        try
        {
            return work();
        }
        catch (Exception e) when (e is SqliteException or DataException)
        {
            Look();
            // A column of another kind than the tables allow is damage too.
            if (e is SqliteException { SqliteErrorCode: not (raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB) }) throw;
            throw Damaged(e.Message, e);
        }
    }

    /// <returns>True if somebody else has written to the database: <see cref="Recheck"/>.</returns>
    private bool Look() => guard.Look(out var written) is { } fault ? throw Lose(fault) : written;

    /// <summary>In turn only.</summary>
    private void LookInside(bool committed)
    {
        if (guard.LookInside(committed, out var written) is { } fault) throw Lose(fault);
        if (written) Recheck();
    }

    /// <summary>
    /// Somebody else has written to the database. If it was a checkpoint of another process, everything is as it was; if it is
    /// another database by now, it lacks something that this instance knows. In turn only.
    /// </summary>
    private bool Recheck()
    {
        using var connection = new SqliteConnection(JournalFile.ReaderConnectionString(path, pooling: false));
        connection.Open();
        var found = Integrity.Check(connection, known, CancellationToken.None);
        if (found.File is not null) throw Damaged(found.File);
        if (found.Logs.FirstOrDefault(log => log.Kind is LogDamageKind.Cut or LogDamageKind.Rewritten) is { } other)
            throw Lose($"{path} was overwritten while it was open: in log \"{other.Stream}\", event {other.Seq} is not what it was");
        ForgetReaders();
        writer.ForgetPages();
        guard.Accept();
        return true;
    }

    private void ForgetReaders()
    {
        using var reader = new SqliteConnection(JournalFile.ReaderConnectionString(path, pooling: true));
        SqliteConnection.ClearPool(reader);
    }

    private void Know(RecordedEvent e) => known.AddOrUpdate(
        e.Stream, static (_, e) => e.Place, static (_, before, e) => e.Seq > before.Seq ? e.Place : before, e);

    private JournalLostException Damaged(string how, Exception? cause = null) => Lose($"{path} is damaged ({how})", cause);

    private JournalLostException Lose(string what, Exception? cause = null)
    {
        var now = new JournalLostException(
            $"{what}. Nothing is stored from now on: keep a copy of what is there, put back the right files " +
            "or restore a backup, and start the console again.", cause);
        return Interlocked.CompareExchange(ref lost, now, null) ?? now;
    }

    /// <summary>
    /// Moves the write-ahead log into the database, after the append that made it long was answered. If it fails nothing is
    /// lost: the next append tries again.
    /// </summary>
    private async Task Checkpoint()
    {
        if (Interlocked.Exchange(ref checkpointing, 1) == 1) return;
        try
        {
            await InTurn(() =>
            {
                guard.Checkpoint(writer.Checkpoint);
                return true;
            }, CancellationToken.None);
        }
        catch (Exception e) when (e is SqliteException or JournalLostException or ObjectDisposedException)
        {
            // What is wrong is kept in Fault, or met again by the next append.
        }
        finally
        {
            Volatile.Write(ref checkpointing, 0);
        }
    }
}
