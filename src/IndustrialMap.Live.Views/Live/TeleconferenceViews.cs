using System.Collections.Concurrent;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>
/// Turns each new state into the views of its audiences. Control room and sites get every update at once; viewers get
/// the newest public view, at most <see cref="MaxPublicViewsPerSecond"/> times a second.
/// </summary>
public sealed class TeleconferenceViews : IAsyncDisposable
{
    public const int MaxPublicViewsPerSecond = 5;

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ViewReaders readers;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<string, (ViewChannel<SiteMessage> Channel, SiteView View)> sites = new();
    private readonly ConcurrentQueue<(Teleconference State, Place Place, IReadOnlyList<EventEnvelope> Events, bool Replaces)> waiting = new();
    private readonly SemaphoreSlim arrived = new(0), changed = new(0, 1);
    private readonly Task making, publicly;
    private readonly ViewChannel<ControlMessage> controlChannel;
    private ViewSnapshot? snapshot;
    private ControlView? control;
    private byte[] lastPublished = [];

    /// <param name="time">Of the source of the events.</param>
    /// <param name="readersChanged">Told of each reader that comes (1) or goes (-1).</param>
    internal TeleconferenceViews(TimeProvider clock, SourceClock time, Action<int> readersChanged)
    {
        this.clock = clock;
        readers = new(time, readersChanged);
        controlChannel = new(readers, heartbeat => new(Heartbeat: heartbeat));
        Public = new(readers, heartbeat => new(Heartbeat: heartbeat));
        making = Task.Run(MakeWhatWaits);
        publicly = Task.Run(PublishPublicly);
    }

    public ViewChannel<ControlMessage> Control => Newest(() => controlChannel);
    public ViewChannel<PublicMessage> Public { get; }

    /// <summary>The newest views, for readers who ask once: who was answered a command sees what it did.</summary>
    public ControlView ControlView => Newest(() => control!);
    public PublicView PublicView => Newest(() => PublicView.Of(snapshot!));
    public SiteView SiteView(string siteId) => Newest(() => Views.SiteView.Of(snapshot!, siteId));

    /// <summary>The audience of one site, which must be one of the plan's.</summary>
    public ViewChannel<SiteMessage> Site(string siteId)
    {
        return Newest(() => sites.GetOrAdd(siteId, id =>
        {
            var view = Views.SiteView.Of(snapshot!, id);
            var channel = new ViewChannel<SiteMessage>(readers, heartbeat => new(Heartbeat: heartbeat));
            channel.Publish(view.Place, new(View: view));
            return (channel, view);
        }).Channel);
    }

    /// <summary>Called each second: see <see cref="Views.Heartbeat"/>.</summary>
    /// <param name="server">For those who give commands, not for viewers.</param>
    public void SendHeartbeat(ServerCondition server)
    {
        controlChannel.SendHeartbeat(server);
        Public.SendHeartbeat(ServerCondition.Good);
        foreach (var (_, site) in sites) site.Channel.SendHeartbeat(server);
    }

    /// <summary>
    /// Takes a new state; <paramref name="events"/> led to it from the one before. Its views are made beside the caller, who has
    /// an answer to give: a moment later, or at once for whoever asks for one.
    /// </summary>
    /// <param name="place">Where the log stands behind them.</param>
    /// <param name="replaces">The state is of another log than the one before: nothing leads from there to here, and readers get the whole view.</param>
    public void Publish(Teleconference next, Place place, IReadOnlyList<EventEnvelope> events, bool replaces = false)
    {
        waiting.Enqueue((next, place, events, replaces));
        arrived.Release();
    }

    private async Task MakeWhatWaits()
    {
        while (!closing.IsCancellationRequested)
        {
            await arrived.WaitAsync(closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Newest(() => true);
        }
    }

    private T Newest<T>(Func<T> read)
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next)) Make(next.State, next.Place, next.Events, next.Replaces);
            return read();
        }
    }

    private void Make(Teleconference next, Place place, IReadOnlyList<EventEnvelope> events, bool replaces)
    {
        if (replaces) control = null;
        Volatile.Write(ref snapshot, ViewSnapshot.Of(next, place, replaces ? null : snapshot));
        PublishControl(events);
        foreach (var (siteId, (channel, before)) in sites)
        {
            // Another log may have other sites; who reads one that is gone keeps its last picture.
            if (next.Site(siteId) is null) continue;
            var view = Views.SiteView.Of(snapshot, siteId);
            if (replaces) channel.Publish(view.Place, new(View: view));
            else channel.Publish(view.Place, new(View: view), before.Place, new(Update: Views.SiteView.Between(before, view)));
            sites[siteId] = (channel, view);
        }
        if (changed.CurrentCount == 0) changed.Release();
    }

    private void PublishControl(IReadOnlyList<EventEnvelope> events)
    {
        LogRow[] log = [.. control?.Log ?? [], .. events.Where(envelope => envelope.Event is not CommandAnswered).Select(ViewBuilder.Log)];
        var view = Views.ControlView.Of(snapshot!, log.Length > Views.ControlView.MaxLogRows ? log[^Views.ControlView.MaxLogRows..] : log);
        if (control is { } before) controlChannel.Publish(view.Place, new(View: view), before.Place, new(Update: Views.ControlView.Between(before, view)));
        else controlChannel.Publish(view.Place, new(View: view));
        Volatile.Write(ref control, view);
    }

    private async Task PublishPublicly()
    {
        while (!closing.IsCancellationRequested)
        {
            await changed.WaitAsync(closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (closing.IsCancellationRequested) return;
            var view = PublicView;
            var showing = JsonSerializer.SerializeToUtf8Bytes(view with { Seq = 0, Seal = "" }, DomainJson.Options);
            // Much of what happens in the control room changes nothing for viewers: they are not troubled with it.
            if (!showing.AsSpan().SequenceEqual(lastPublished)) Public.Publish(view.Place, new(View: view));
            lastPublished = showing;
            await Task.Delay(TimeSpan.FromSeconds(1.0 / MaxPublicViewsPerSecond), clock, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        await Task.WhenAll(making, publicly);
        closing.Dispose();
    }
}
