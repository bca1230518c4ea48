using System.Runtime.CompilerServices;
using System.Security.Claims;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// Following a view, for the hub and for HTTP alike. Whether the reader may is asked before, by policy; here it is asked
/// again each second, so that a revoked reader is gone.
/// </summary>
internal sealed class ViewSubscriptions(
    CurrentUser currentUser, IGrainFactory grains, TimeProvider steady, IHostApplicationLifetime lifetime)
{
    internal IAsyncEnumerable<(Place? Place, PublicMessage Message)> Public(
        TeleconferenceFollower teleconference, Place? after, CancellationToken cancellationToken) =>
        Subscribe(teleconference, teleconference.Views.Public, after, () => Task.FromResult(true), cancellationToken);

    internal IAsyncEnumerable<(Place? Place, ControlMessage Message)> Control(
        TeleconferenceFollower teleconference, Place? after, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Subscribe(teleconference, teleconference.Views.Control, after,
            async () => await currentUser.Operator(user) is not null, cancellationToken);

    /// <summary>While the site's own coordinator reads, its line is up.</summary>
    internal async IAsyncEnumerable<(Place? Place, SiteMessage Message)> Site(
        TeleconferenceFollower teleconference, string siteId, Place? after, ClaimsPrincipal user,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var line = await currentUser.Coordinator(user, teleconference.Id, siteId) is null
            ? null
            : CoordinatorLease.Up(grains, teleconference, siteId);
        var messages = Subscribe(
            teleconference, teleconference.Views.Site(siteId), after,
            () => currentUser.MayReadSite(user, teleconference.Id, siteId), cancellationToken);
        await foreach (var message in messages) yield return message;
    }

    /// <summary>The same for a reader who asks each second: while it does, the line of the site's own coordinator is up.</summary>
    internal async Task<IReadOnlyList<SiteMessage>> SiteMissed(TeleconferenceFollower teleconference, string siteId, Place? after, ClaimsPrincipal user)
    {
        if (await currentUser.Coordinator(user, teleconference.Id, siteId) is { } coordinator) CoordinatorLease.Renew(grains, teleconference, coordinator);
        return teleconference.Views.Site(siteId).Missed(after);
    }

    /// <summary>Ends when the reader is gone, when the server stops, and when the reader's right was revoked.</summary>
    private async IAsyncEnumerable<(Place? Place, TMessage Message)> Subscribe<TMessage>(
        TeleconferenceFollower teleconference, ViewChannel<TMessage> channel, Place? after, Func<Task<bool>> allowed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var right = new ReadersRight(allowed, steady);
        await foreach (var message in channel.Subscribe(after, end.Token))
        {
            // A heartbeat comes each second, so that is how soon a revoked reader is gone.
            if (message.Place is null && !await right.Holds()) yield break;
            yield return message;
        }
    }
}
