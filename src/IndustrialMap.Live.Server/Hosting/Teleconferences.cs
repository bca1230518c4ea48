using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Every teleconference of the journal as this server follows it. A stream of the journal is named by the id.</summary>
public sealed partial class Teleconferences : IAsyncDisposable
{
    private readonly IJournal journal;
    private readonly IGrainFactory grains;
    private readonly HeardLogs heard;
    private readonly IClusterBuilds builds;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime lifetime;
    private readonly ILogger<Teleconferences> log;
    private readonly ConcurrentDictionary<string, TeleconferenceFollower> followers = new();
    private readonly ConcurrentDictionary<string, UnreadableLog> unreadable = new();
    private readonly SharedWork list;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Teleconferences(
        IJournal journal, IGrainFactory grains, HeardLogs heard, IClusterBuilds builds, [ConsoleClock] TimeProvider clock,
        IHostApplicationLifetime lifetime, ILogger<Teleconferences> log)
    {
        (this.journal, this.grains, this.heard, this.builds) = (journal, grains, heard, builds);
        (this.clock, this.lifetime, this.log) = (clock, lifetime, log);
        list = new(ReadNew);
    }

    /// <summary>
    /// Ends once every log has been read, the teleconferences that come with the console are there, and the server has started; fails
    /// if that cannot be.
    /// </summary>
    public Task Ready => ready.Task;

    internal void IsReady()
    {
        foreach (var follower in followers.Values) follower.Follow();
        ready.TrySetResult();
    }

    internal void HasFailed(Exception failure) => ready.TrySetException(failure);

    public IEnumerable<TeleconferenceFollower> All => followers.Values.OrderBy(follower => follower.Id, StringComparer.Ordinal);

    /// <summary>
    /// Logs that cannot be read, or not any further. They stop nothing else, and stay so until the server is started again.
    /// </summary>
    public IEnumerable<UnreadableLog> Unreadable => unreadable.Values.OrderBy(log => log.Id, StringComparer.Ordinal);

    /// <returns>Null if this server knows of no such teleconference, and if its log could not be read at all.</returns>
    public TeleconferenceFollower? Find(string id) => followers.GetValueOrDefault(id);

    public UnreadableLog? FindUnreadable(string id) => unreadable.GetValueOrDefault(id);

    /// <summary>The same, but an id that this server does not know is looked up in the journal first: it may be a moment old.</summary>
    /// <exception cref="DbException">The journal cannot be read.</exception>
    public async ValueTask<TeleconferenceFollower?> LookUp(string id)
    {
        if (Find(id) is null && FindUnreadable(id) is null) await ReadList();
        return Find(id);
    }

    /// <summary>Finds the teleconferences that are new in the journal, and begins to follow them.</summary>
    /// <exception cref="DbException">The journal itself cannot be read.</exception>
    public Task ReadList() => list.Next();

    private async Task ReadNew()
    {
        foreach (var head in await journal.Streams())
        {
            var id = head.Stream;
            if (followers.ContainsKey(id) || unreadable.ContainsKey(id)) continue;
            try
            {
                followers[id] = await Fold(id);
            }
            catch (DbException failure) when (failure is LogDamagedException or LogUnreadableException)
            {
                IsUnreadable(id, failure.Message);
            }
        }
    }

    private async Task<TeleconferenceFollower> Fold(string id)
    {
        var source = new LedgerEvents(
            id, grains.GetGrain<ITeleconferenceGrain>(id), heard, sentence => IsUnreadable(id, sentence), failure => IsSilent(id, failure));
        var events = await new LogReader(journal, id).ReadOn();
        var follower = new TeleconferenceFollower(id, source, clock);
        try
        {
            follower.Take([.. events.Select(one => new FollowedEvent(one.Envelope, one.Recorded.Seal))]);
        }
        catch (Exception)
        {
            await follower.DisposeAsync();
            // Says which event it is.
            _ = events.Fold(Teleconference.Initial);
            throw;
        }
        if (events.Count > 0) heard.Read(id, [.. events.Select(one => one.Sealed)], follower.State);
        if (Ready.IsCompletedSuccessfully) follower.Follow();
        return follower;
    }

    /// <param name="sentence">What, where and what to do.</param>
    internal void IsUnreadable(string id, string sentence)
    {
        if (unreadable.TryAdd(id, new(id, sentence))) LogUnreadable(sentence);
    }

    private void IsSilent(string id, Exception failure)
    {
        // A server that stops lets go of its grains before it lets go of those who follow them.
        if (!lifetime.ApplicationStopping.IsCancellationRequested) LedgerSilent(failure, id);
    }

    /// <summary>Writes the first event of a new log.</summary>
    public async Task<DraftResult> Create(TeleconferencePlan plan, Actor by)
    {
        var result = await DraftedLog.Write(journal, plan, by, clock, builds);
        if (result == DraftResult.Drafted) await ReadList();
        return result;
    }

    /// <summary>Every event of a log, for those who may read it.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Log(string id, long after, int limit) =>
        [.. (await journal.Read(id, after, limit)).Select(recorded => new LoggedEvent(
            recorded.Seq, recorded.At, recorded.CommandId,
            JsonSerializer.Deserialize<Actor>(recorded.By.Span, DomainJson.Options)!,
            JsonSerializer.Deserialize<JsonElement>(recorded.Data.Span, DomainJson.Options)))];

    public async ValueTask DisposeAsync() => await Task.WhenAll(followers.Values.Select(follower => follower.DisposeAsync().AsTask()));

    [LoggerMessage(1, LogLevel.Error, "{Sentence}")]
    private partial void LogUnreadable(string sentence);

    [LoggerMessage(2, LogLevel.Warning, "The ledger of {Teleconference} does not answer; asking again")]
    private partial void LedgerSilent(Exception failure, string teleconference);
}

/// <summary>A log that cannot be read, or not any further.</summary>
/// <param name="Sentence">What, where and what to do, in English; for operators and the server's own log.</param>
public sealed record UnreadableLog(string Id, string Sentence);

/// <summary>An event as it stands in the log.</summary>
/// <param name="At">UTC.</param>
/// <param name="CommandId">The command that it came from.</param>
/// <param name="Event">The event, with its stored name under <c>type</c>.</param>
public sealed record LoggedEvent(long Seq, DateTimeOffset At, string CommandId, Actor By, JsonElement Event);
