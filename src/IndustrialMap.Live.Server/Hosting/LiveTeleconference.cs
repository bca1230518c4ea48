using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>One teleconference in this process: the host that decides, and the views that follow it.</summary>
public sealed class LiveTeleconference : IAsyncDisposable
{
    private readonly TeleconferenceHost host;

    private LiveTeleconference(TeleconferenceHost host, TeleconferenceViews feed) => (this.host, Views) = (host, feed);

    public string Id => host.Id;
    public Teleconference State => host.State;
    public TeleconferenceViews Views { get; }

    internal static async Task<LiveTeleconference> Open(IJournal journal, string id, TimeProvider clock)
    {
        var feed = new TeleconferenceViews(clock);
        return new(await TeleconferenceHost.Open(journal, id, clock, feed.Publish), feed);
    }

    /// <inheritdoc cref="TeleconferenceHost.Send"/>
    public Task<CommandAnswer> Send(CommandEnvelope envelope, Actor by) => host.Send(envelope, by);

    internal Task CatchUp() => host.CatchUp();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Views.DisposeAsync();
    }
}
