using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The real journal, which can be made to hold its answers back or to fail as a full disk does.</summary>
internal sealed class TestJournal(DataFolder data) : IJournal, IJournalHealth, IAsyncDisposable
{
    private readonly SqliteJournal journal = SqliteJournal.Open(Path.Combine(data.Path, "journal.db"));

    /// <summary>Nothing is answered before this ends.</summary>
    internal TaskCompletionSource? Hold { get; init; }

    internal bool Fails { get; set; }

    /// <summary>Stores what it is given, and then says that it failed: the answer was lost on the way.</summary>
    internal bool LosesAnswers { get; set; }

    public int MaxCommands => journal.MaxCommands;

    public async Task<AppendResult> Append(string stream, Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        await Available();
        var result = await journal.Append(stream, expected, events, cancellationToken);
        return LosesAnswers ? throw DiskFull : result;
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default)
    {
        await Available();
        return await journal.Read(stream, afterSeq, limit, cancellationToken);
    }

    public async Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default)
    {
        await Available();
        return await journal.Streams(cancellationToken);
    }

    public string? Fault => journal.Fault;

    public Task<bool> Ping(CancellationToken cancellationToken = default) => journal.Ping(cancellationToken);

    public Task<IReadOnlyList<LogDamage>> CheckIntegrity(CancellationToken cancellationToken = default) => journal.CheckIntegrity(cancellationToken);

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private static SqliteException DiskFull => new("database or disk is full", 13);

    private async Task Available()
    {
        if (Hold is not null) await Hold.Task;
        if (Fails) throw DiskFull;
    }
}
