using System.Security.Cryptography;
using System.Text;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// One coordinator's open connection: holds a lease at the site's grain and renews it each second. Whether a site's line is up
/// is the grain's to say, for the site's coordinators may be on other servers.
/// </summary>
internal sealed class CoordinatorLease : IAsyncDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(1);

    private readonly Guid lease = Guid.NewGuid();
    private readonly ISiteGrain site;
    private readonly Func<bool> isShown;
    private readonly PeriodicTimer timer = new(Renewal);
    private readonly Task holding;

    private CoordinatorLease(ISiteGrain site, Func<bool> isShown)
    {
        (this.site, this.isShown) = (site, isShown);
        holding = Hold();
    }

    internal static CoordinatorLease Up(IGrainFactory grains, TeleconferenceFollower teleconference, string siteId) =>
        new(grains.GetGrain<ISiteGrain>(GrainKey.Of(teleconference.Id, siteId)), () => teleconference.State.Site(siteId)?.Connected == true);

    /// <summary>
    /// For a coordinator whose line carries no stream: each time it asks, its lease is renewed. It is not released, and ends by itself.
    /// </summary>
    internal static void Renew(IGrainFactory grains, TeleconferenceFollower teleconference, Grant grant)
    {
        var one = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(grant.Id)).AsSpan(0, 16));
        var site = grains.GetGrain<ISiteGrain>(GrainKey.Of(teleconference.Id, grant.SiteId!));
        site.Hold(one, teleconference.State.Site(grant.SiteId!)?.Connected == true).Ignore();
    }

    private async Task Hold()
    {
        do
        {
            // Not waited for: a grain that does not answer is asked again in a second, and the reader goes on meanwhile.
            site.Hold(lease, isShown()).Ignore();
        }
        while (await timer.WaitForNextTickAsync());
    }

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await holding;
        // Should it not arrive, the lease ends by itself.
        site.Release(lease).Ignore();
    }
}
