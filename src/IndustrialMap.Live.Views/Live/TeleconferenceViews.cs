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
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<string, (ViewChannel<SiteMessage> Channel, SiteView View)> sites = new();
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly Task publicly;
    private ViewSnapshot? snapshot;
    private ControlView? control;
    private byte[] lastPublished = [];

    public TeleconferenceViews(TimeProvider clock)
    {
        this.clock = clock;
        Control = new(clock, heartbeat => new(Heartbeat: heartbeat));
        Public = new(clock, heartbeat => new(Heartbeat: heartbeat));
        publicly = Task.Run(PublishPublicly);
    }

    public ViewChannel<ControlMessage> Control { get; }
    public ViewChannel<PublicMessage> Public { get; }

    /// <summary>The newest views, for readers who ask once.</summary>
    public ControlView ControlView => control!;
    public PublicView PublicView => PublicView.Of(snapshot!);
    public SiteView SiteView(string siteId) => Views.SiteView.Of(snapshot!, siteId);

    /// <summary>The audience of one site, which must be one of the plan's.</summary>
    public ViewChannel<SiteMessage> Site(string siteId)
    {
        lock (gate)
        {
            return sites.GetOrAdd(siteId, id =>
            {
                var view = Views.SiteView.Of(snapshot!, id);
                var channel = new ViewChannel<SiteMessage>(clock, heartbeat => new(Heartbeat: heartbeat));
                channel.Publish(view.Place, new(View: view));
                return (channel, view);
            }).Channel;
        }
    }

    /// <summary>Called each second: see <see cref="Views.Heartbeat"/>.</summary>
    /// <param name="trouble">What keeps the server from taking commands; for those who give them, not for viewers.</param>
    public void SendHeartbeat(Trouble? trouble = null)
    {
        Control.SendHeartbeat(trouble);
        Public.SendHeartbeat();
        foreach (var (_, site) in sites) site.Channel.SendHeartbeat(trouble);
    }

    /// <summary>Makes the views of a new state; <paramref name="events"/> led to it from the one before.</summary>
    /// <param name="place">Where the log stands behind them.</param>
    public void Publish(Teleconference next, Place place, IReadOnlyList<EventEnvelope> events)
    {
        lock (gate)
        {
            Volatile.Write(ref snapshot, ViewSnapshot.Of(next, place, snapshot));
            PublishControl(events);
            foreach (var (siteId, (channel, before)) in sites)
            {
                var view = Views.SiteView.Of(snapshot, siteId);
                channel.Publish(view.Place, new(View: view), before.Place, new(Update: Views.SiteView.Between(before, view)));
                sites[siteId] = (channel, view);
            }
            if (changed.CurrentCount == 0) changed.Release();
        }
    }

    private void PublishControl(IReadOnlyList<EventEnvelope> events)
    {
        LogRow[] log = [.. control?.Log ?? [], .. events.Where(envelope => envelope.Event is not CommandAnswered).Select(ViewBuilder.Log)];
        var view = Views.ControlView.Of(snapshot!, log.Length > Views.ControlView.MaxLogRows ? log[^Views.ControlView.MaxLogRows..] : log);
        if (control is { } before) Control.Publish(view.Place, new(View: view), before.Place, new(Update: Views.ControlView.Between(before, view)));
        else Control.Publish(view.Place, new(View: view));
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
        await publicly;
        closing.Dispose();
    }
}
