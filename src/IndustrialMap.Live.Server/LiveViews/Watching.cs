using System.Runtime.CompilerServices;
using System.Security.Claims;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>What a sender may have: it, or the problem why not.</summary>
internal readonly record struct Access<T>(T? Allowed, ProblemHttpResult? Refused = null) where T : class;

/// <summary>The one door for readers, from the hub and from HTTP alike.</summary>
internal sealed class Watching(Teleconferences teleconferences, SignedIn signedIn, SiteLines lines, IHostApplicationLifetime lifetime)
{
    internal Access<LiveTeleconference> Public(string id) =>
        teleconferences.Find(id) is { } host ? new(host) : new(null, Problem.UnknownTeleconference(id));

    internal Access<LiveTeleconference> Control(string id, ClaimsPrincipal user) =>
        signedIn.Operator(user) is null ? new(null, Problem.NotAllowed()) : Public(id);

    internal Access<LiveTeleconference> Site(string id, string siteId, ClaimsPrincipal user) =>
        !MayReadSite(id, siteId, user) ? new(null, Problem.NotAllowed())
        : Public(id) is { Allowed: { } host } && host.State.Site(siteId) is null ? new(null, Problem.UnknownSite(siteId))
        : Public(id);

    internal IAsyncEnumerable<(long? Seq, ControlMessage Message)> FollowControl(
        LiveTeleconference host, long? after, ClaimsPrincipal user, CancellationToken gone) =>
        Follow(host.Feed.Control, after, () => signedIn.Operator(user) is not null, gone);

    /// <summary>While the site's own coordinator reads, its line is up.</summary>
    internal async IAsyncEnumerable<(long? Seq, SiteMessage Message)> FollowSite(
        LiveTeleconference host, string siteId, long? after, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken gone)
    {
        using var line = signedIn.Coordinator(user, host.Id, siteId) is null ? null : lines.Up(host, siteId);
        await foreach (var message in Follow(host.Feed.Site(siteId), after, () => MayReadSite(host.Id, siteId, user), gone))
            yield return message;
    }

    /// <summary>Ends when the reader is gone, when the server stops, and when the reader's right was revoked.</summary>
    internal async IAsyncEnumerable<(long? Seq, TMessage Message)> Follow<TMessage>(
        Audience<TMessage> audience, long? after, Func<bool> allowed, [EnumeratorCancellation] CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        await foreach (var message in audience.Watch(after, end.Token))
        {
            // A beat comes each second, so that is how soon a revoked reader is gone.
            if (message.Seq is null && !allowed()) yield break;
            yield return message;
        }
    }

    private bool MayReadSite(string id, string siteId, ClaimsPrincipal user) =>
        signedIn.Coordinator(user, id, siteId) is not null || signedIn.Operator(user) is not null;
}
