using System.Runtime.CompilerServices;
using System.Security.Claims;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>What a sender may have: it, or the problem why not.</summary>
internal readonly record struct Access<T>(T? Allowed, ProblemHttpResult? Refused = null) where T : class;

/// <summary>The one door for readers, from the hub and from HTTP alike.</summary>
internal sealed class ViewSubscriptions(Teleconferences teleconferences, CurrentUser currentUser, SiteLines lines, IHostApplicationLifetime lifetime)
{
    internal Access<LiveTeleconference> Public(string id) =>
        teleconferences.Find(id) is { } host ? new(host) : new(null, Problem.UnknownTeleconference(id));

    internal Access<LiveTeleconference> Control(string id, ClaimsPrincipal user) =>
        currentUser.Operator(user) is null ? new(null, Problem.NotAllowed()) : Public(id);

    internal Access<LiveTeleconference> Site(string id, string siteId, ClaimsPrincipal user) =>
        !MayReadSite(id, siteId, user) ? new(null, Problem.NotAllowed())
        : Public(id) is { Allowed: { } host } && host.State.Site(siteId) is null ? new(null, Problem.UnknownSite(siteId))
        : Public(id);

    internal IAsyncEnumerable<(long? Seq, ControlMessage Message)> SubscribeToControl(
        LiveTeleconference host, long? after, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Subscribe(host.Views.Control, after, () => currentUser.Operator(user) is not null, cancellationToken);

    /// <summary>While the site's own coordinator reads, its line is up.</summary>
    internal async IAsyncEnumerable<(long? Seq, SiteMessage Message)> SubscribeToSite(
        LiveTeleconference host, string siteId, long? after, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var line = currentUser.Coordinator(user, host.Id, siteId) is null ? null : lines.Up(host, siteId);
        await foreach (var message in Subscribe(host.Views.Site(siteId), after, () => MayReadSite(host.Id, siteId, user), cancellationToken))
            yield return message;
    }

    /// <summary>Ends when the reader is gone, when the server stops, and when the reader's right was revoked.</summary>
    internal async IAsyncEnumerable<(long? Seq, TMessage Message)> Subscribe<TMessage>(
        ViewChannel<TMessage> channel, long? after, Func<bool> allowed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await foreach (var message in channel.Subscribe(after, end.Token))
        {
            // A beat comes each second, so that is how soon a revoked reader is gone.
            if (message.Seq is null && !allowed()) yield break;
            yield return message;
        }
    }

    private bool MayReadSite(string id, string siteId, ClaimsPrincipal user) =>
        currentUser.Coordinator(user, id, siteId) is not null || currentUser.Operator(user) is not null;
}
