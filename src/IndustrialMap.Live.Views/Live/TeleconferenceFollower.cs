using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>
/// Follows one log by a cursor and feeds its views. The cursor is all that ties it to its source: whatever moves, stops or is
/// started anew there, the next question goes on where the last answer ended. While somebody reads, it asks without a pause, each
/// question waiting up to a second for an event; while nobody does, every five seconds.
/// </summary>
public sealed class TeleconferenceFollower : IAsyncDisposable
{
    /// <summary>How long a source may be silent, at the most, before screens say how old their picture is.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1), WithoutReaders = TimeSpan.FromSeconds(5), AfterFailure = TimeSpan.FromMilliseconds(200);

    private readonly IEventSource source;
    private readonly Lock gate = new();
    private readonly SharedWork fresh;
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim readerCame = new(0, 1);
    private FollowedLog log = new();
    private Task? following;
    private readonly SourceClock time;
    private int readers;

    public TeleconferenceFollower(string id, IEventSource source, TimeProvider clock)
    {
        (Id, this.source) = (id, source);
        time = new(clock);
        fresh = new(() => Ask(TimeSpan.Zero));
        Views = new(clock, time, CountReader);
    }

    public string Id { get; }

    public TeleconferenceViews Views { get; }

    /// <summary>The fold of what was followed.</summary>
    public Teleconference State => Volatile.Read(ref log).State;

    /// <summary>The newest event that was followed; null before the first.</summary>
    public FollowedEvent? Newest => Volatile.Read(ref log).Newest;

    /// <summary>How far the log was followed.</summary>
    public Place Place => Volatile.Read(ref log).Place;

    /// <summary>When the source last answered, UTC by its own time: so old is the picture at the most.</summary>
    public DateTimeOffset HeardAt => time.HeardAt;

    /// <summary>Whether the source has been silent for longer than a screen may keep to itself. Without readers nobody asks so often.</summary>
    public bool IsSilent => time.SinceHeard > Silence && Volatile.Read(ref readers) > 0;

    /// <summary>How far this server's clock is ahead of the source's; null while the two are in step.</summary>
    public TimeSpan? ClockApart => time.Apart is var apart && apart.Duration() > ClockRules.Tolerance ? apart : null;

    /// <summary>Whether this is a place of the log, as far as it was followed.</summary>
    public bool Has(Place place)
    {
        lock (gate) return log.Has(place);
    }

    /// <summary>Takes in events from elsewhere than the source: those that were there at the start.</summary>
    public void Take(IReadOnlyList<FollowedEvent> events)
    {
        lock (gate) Take(log, events);
    }

    /// <summary>Begins to ask the source, until it is disposed of.</summary>
    public void Follow() => following ??= Task.Run(FollowOn);

    /// <summary>What was in the log when this was called is followed when it ends.</summary>
    /// <exception cref="Exception">The source cannot be asked.</exception>
    public Task Fresh() => fresh.Next();

    /// <summary>
    /// Reads on for somebody who brings a place that was not followed yet: if the log has it, it is followed when this ends; if not,
    /// the log is another one than that somebody followed.
    /// </summary>
    /// <exception cref="Exception">The source cannot be asked.</exception>
    public async Task ReadOnTo(Place place)
    {
        // Asked by that place, a source that is behind itself reads on.
        await source.After(place, TimeSpan.Zero).WaitAsync(closing.Token);
        await Fresh();
    }

    private async Task FollowOn()
    {
        while (!closing.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                var read = Volatile.Read(ref readers) > 0;
                await Ask(read ? Wait : TimeSpan.Zero);
                pause = read ? TimeSpan.Zero : WithoutReaders;
            }
            catch (Exception) when (!closing.IsCancellationRequested)
            {
                // Whoever is the source tells why; here it is the age that tells.
                pause = AfterFailure;
            }
            if (pause > TimeSpan.Zero) await ((Task)readerCame.WaitAsync(pause, closing.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Ask(TimeSpan wait)
    {
        while (true)
        {
            var cursor = Volatile.Read(ref log).Place;
            var events = await Hear(cursor, wait);
            if (events is null) await Anew(cursor);
            else lock (gate)
                if (log.Has(cursor)) Take(log, events);
            if (events is not { Count: >= IEventSource.MaxEvents }) return;
            wait = TimeSpan.Zero;
        }
    }

    private async Task<IReadOnlyList<FollowedEvent>?> Hear(Place cursor, TimeSpan wait)
    {
        var (events, at) = await source.After(cursor, wait).WaitAsync(closing.Token);
        time.Hear(at);
        return events;
    }

    /// <summary>The log is another one: a backup was restored. It is followed from its start, and shown once it is whole.</summary>
    private async Task Anew(Place cursor)
    {
        var (other, all) = (new FollowedLog(), new List<FollowedEvent>());
        while (await Hear(other.Place, TimeSpan.Zero) is { Count: > 0 } events) all.AddRange(other.Take(events));
        lock (gate)
        {
            if (log.Place != cursor || other.Newest is null) return;
            Volatile.Write(ref log, other);
            Views.Publish(other.State, other.Place, [.. all.Select(one => one.Envelope)], replaces: true);
        }
    }

    private void Take(FollowedLog into, IReadOnlyList<FollowedEvent> events)
    {
        var news = into.Take(events);
        if (news.Count > 0) Views.Publish(into.State, into.Place, [.. news.Select(one => one.Envelope)]);
    }

    private void CountReader(int change)
    {
        if (Interlocked.Add(ref readers, change) > 0 && change > 0 && readerCame.CurrentCount == 0)
            lock (gate)
                if (readerCame.CurrentCount == 0) readerCame.Release();
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        if (following is not null) await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Views.DisposeAsync();
        closing.Dispose();
        readerCame.Dispose();
    }
}
