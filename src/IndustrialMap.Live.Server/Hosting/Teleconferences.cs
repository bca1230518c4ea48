using System.Collections.Concurrent;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Every teleconference of the journal, each with its host. A stream of the journal is named by the id.</summary>
public sealed class Teleconferences(IJournal journal, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LiveTeleconference> hosts = new();
    private readonly SemaphoreSlim turn = new(1);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once every log has been read, and the teleconferences that come with the console are there.</summary>
    public Task Ready => ready.Task;

    internal void IsReady() => ready.TrySetResult();

    public IEnumerable<LiveTeleconference> All => hosts.Values.OrderBy(host => host.Id, StringComparer.Ordinal);

    public LiveTeleconference? Find(string id) => hosts.GetValueOrDefault(id);

    /// <summary>Opens what is new in the journal and reads what other processes have written.</summary>
    public async Task CatchUp()
    {
        // One at a time: of two hosts opened for one log, the readers of one would be left behind.
        await turn.WaitAsync();
        try
        {
            foreach (var head in await journal.Streams())
            {
                if (Find(head.Stream) is not { } host) hosts[head.Stream] = await LiveTeleconference.Open(journal, head.Stream, clock);
                else if (host.State.Seq < head.Seq) await host.CatchUp();
            }
        }
        finally
        {
            turn.Release();
        }
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
}

/// <summary>An event as it stands in the log.</summary>
/// <param name="At">UTC.</param>
/// <param name="CommandId">The command that it came from.</param>
/// <param name="Event">The event, with its stored name under <c>type</c>.</param>
public sealed record LoggedEvent(long Seq, DateTimeOffset At, string CommandId, Actor By, JsonElement Event);
