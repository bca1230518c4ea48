using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>One teleconference in this process: the host that decides, and the views that follow it.</summary>
public sealed class LiveTeleconference : IAsyncDisposable
{
    private readonly TeleconferenceHost host;

    private LiveTeleconference(TeleconferenceHost host, TeleconferenceViews views) => (this.host, Views) = (host, views);

    public string Id => host.Id;
    public Teleconference State => host.State;
    public TeleconferenceViews Views { get; }

    public TeleconferenceHead Head => host.Head;

    /// <exception cref="System.Data.Common.DbException">The log cannot be read; the message says why.</exception>
    internal static async Task<LiveTeleconference> Open(IJournal journal, string id, TimeProvider clock)
    {
        var views = new TeleconferenceViews(clock);
        try
        {
            return new(await TeleconferenceHost.Open(journal, id, clock, views.Publish), views);
        }
        catch
        {
            await views.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="TeleconferenceHost.Send"/>
    public Task<CommandAnswer> Send(CommandEnvelope envelope) => host.Send(envelope);

    internal Task CatchUp() => host.CatchUp();

    internal Task CheckClock() => host.CheckClock();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Views.DisposeAsync();
    }
}
