using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>A journal that fails when it is told to: before it stores, or after; or refuses what it is given. It counts what is asked of it.</summary>
public sealed class FailingJournal(IJournal journal) : IJournal
{
    public bool FailBefore { get; set; }
    public bool FailAfter { get; set; }

    /// <summary>What every append is answered with, whatever the log holds; nothing is stored.</summary>
    public AppendResult? Refuses { get; set; }

    private TaskCompletionSource? gate, held;

    /// <summary>How many appends have failed.</summary>
    public int Failures { get; private set; }

    /// <summary>How many events have been read.</summary>
    public int EventsRead { get; private set; }

    /// <summary>The disk hangs, from the next append on.</summary>
    public void Hold() => (gate, held) = (new(), new());

    /// <summary>Ends when an append hangs.</summary>
    public Task Held => held!.Task;

    public void LetGo() => gate!.SetResult();

    public int MaxCommands => journal.MaxCommands;

    public async Task<AppendResult> Append(string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        held?.TrySetResult();
        if (gate is not null) await gate.Task;
        if (FailBefore || FailAfter) Failures++;
        if (FailBefore) throw new IOException("The disk is full.");
        if (Refuses is not null) return Refuses;
        var result = await journal.Append(stream, expected, events, cancellationToken);
        return FailAfter ? throw new IOException("Nobody knows whether it was stored.") : result;
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var read = await journal.Read(stream, afterSeq, limit, cancellationToken);
        EventsRead += read.Count;
        return read;
    }

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default) => journal.Streams(cancellationToken);
}
