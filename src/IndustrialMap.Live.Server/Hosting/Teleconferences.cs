using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Every teleconference of the journal, each with its host. A stream of the journal is named by the id.</summary>
public sealed partial class Teleconferences(IJournal journal, [ConsoleClock] TimeProvider clock, ILogger<Teleconferences> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveTeleconference> hosts = new();
    private readonly ConcurrentDictionary<string, UnreadableLog> unreadable = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Ends once every log has been read, and the teleconferences that come with the console are there; fails if they cannot.
    /// </summary>
    public Task Ready => ready.Task;

    internal void IsReady() => ready.TrySetResult();

    internal void HasFailed(Exception failure) => ready.TrySetException(failure);

    public IEnumerable<LiveTeleconference> All => hosts.Values.OrderBy(host => host.Id, StringComparer.Ordinal);

    /// <summary>
    /// Logs that cannot be read, or not any further. They stop nothing else, and stay so until the server is started again.
    /// </summary>
    public IEnumerable<UnreadableLog> Unreadable => unreadable.Values.OrderBy(log => log.Id, StringComparer.Ordinal);

    /// <returns>Null if there is no such teleconference, and if its log could not be read at all.</returns>
    public LiveTeleconference? Find(string id) => hosts.GetValueOrDefault(id);

    public UnreadableLog? FindUnreadable(string id) => unreadable.GetValueOrDefault(id);

    /// <summary>Opens what is new in the journal and reads what other processes have written.</summary>
    /// <exception cref="DbException">The journal itself cannot be read.</exception>
    public async Task CatchUp()
    {
        // One at a time: of two hosts opened for one log, the readers of one would be left behind.
        await turn.WaitAsync();
        try
        {
            foreach (var head in await journal.Streams())
                if (!unreadable.ContainsKey(head.Stream)) await CatchUp(head);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CatchUp(StreamHead head)
    {
        try
        {
            if (Find(head.Stream) is not { } host) hosts[head.Stream] = await LiveTeleconference.Open(journal, head.Stream, clock);
            else if (host.Head.Chain.Place != head.Place) await host.CatchUp();
        }
        catch (DbException failure) when (failure is LogDamagedException or LogUnreadableException)
        {
            IsUnreadable(head.Stream, failure.Message);
        }
    }

    /// <param name="sentence">What, where and what to do.</param>
    internal void IsUnreadable(string id, string sentence)
    {
        if (unreadable.TryAdd(id, new(id, sentence))) LogUnreadable(sentence);
    }

    /// <summary>Writes the first event of a new log.</summary>
    /// <returns>False if there is a teleconference of this id already: a log is never written over.</returns>
    public async Task<bool> Create(TeleconferencePlan plan, Actor by)
    {
        if (!await TeleconferenceHost.Draft(journal, plan, by, clock)) return false;
        await CatchUp();
        return true;
    }

    /// <summary>Every event of a log, for those who may read it.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Log(string id, long after, int limit) =>
        [.. (await journal.Read(id, after, limit)).Select(recorded => new LoggedEvent(
            recorded.Seq, recorded.At, recorded.CommandId,
            JsonSerializer.Deserialize<Actor>(recorded.By.Span, DomainJson.Options)!,
            JsonSerializer.Deserialize<JsonElement>(recorded.Data.Span, DomainJson.Options)))];

    public async ValueTask DisposeAsync() => await Task.WhenAll(hosts.Values.Select(host => host.DisposeAsync().AsTask()));

    [LoggerMessage(1, LogLevel.Error, "{Sentence}")]
    private partial void LogUnreadable(string sentence);
}

/// <summary>A log that cannot be read, or not any further.</summary>
/// <param name="Sentence">What, where and what to do, in English; for operators and the server's own log.</param>
public sealed record UnreadableLog(string Id, string Sentence);

/// <summary>An event as it stands in the log.</summary>
/// <param name="At">UTC.</param>
/// <param name="CommandId">The command that it came from.</param>
/// <param name="Event">The event, with its stored name under <c>type</c>.</param>
public sealed record LoggedEvent(long Seq, DateTimeOffset At, string CommandId, Actor By, JsonElement Event);
