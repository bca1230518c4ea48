using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// Counts each site's open lines, and records in the log when the first comes up and when the last is lost. A line that
/// is back within <see cref="Grace"/> was never lost: a reload of the page is nobody's news.
/// </summary>
internal sealed partial class SiteLines([ConsoleClock] TimeProvider clock, ILogger<SiteLines> log)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Teleconference, string SiteId), int> open = [];

    internal IDisposable Up(LiveTeleconference host, string siteId)
    {
        Count(host, siteId, 1);
        _ = Report(host, siteId);
        return new Line(() =>
        {
            Count(host, siteId, -1);
            _ = ReportAfterGrace(host, siteId);
        });
    }

    /// <summary>After a start: sites whose line was up when the server went, and which have not come back.</summary>
    internal Task ReportThoseGone(IEnumerable<LiveTeleconference> hosts) => Task.WhenAll(
        from host in hosts
        from site in host.State.Sites
        where site.Connected == true
        select ReportAfterGrace(host, site.Id));

    private async Task ReportAfterGrace(LiveTeleconference host, string siteId)
    {
        await Task.Delay(Grace, clock);
        await Report(host, siteId);
    }

    private async Task Report(LiveTeleconference host, string siteId)
    {
        try
        {
            var command = new ReportLink(siteId, IsOpen(host.Id, siteId));
            await host.Send(CommandEnvelope.Own(command, Actor.Server));
        }
        catch (ObjectDisposedException)
        {
            // The server is closing; the next start sees which lines have not come back.
        }
        catch (Exception failure)
        {
            NotRecorded(failure, siteId, host.Id);
        }
    }

    private bool IsOpen(string id, string siteId)
    {
        lock (gate) return open.GetValueOrDefault((id, siteId)) > 0;
    }

    private void Count(LiveTeleconference host, string siteId, int change)
    {
        lock (gate) open[(host.Id, siteId)] = open.GetValueOrDefault((host.Id, siteId)) + change;
    }

    [LoggerMessage(401, LogLevel.Warning, "The line of site {Site} of {Teleconference} could not be recorded")]
    private partial void NotRecorded(Exception failure, string site, string teleconference);

    private sealed class Line(Action down) : IDisposable
    {
        private Action? down = down;

        public void Dispose() => Interlocked.Exchange(ref down, null)?.Invoke();
    }
}
