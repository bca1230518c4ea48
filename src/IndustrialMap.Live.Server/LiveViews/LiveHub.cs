using System.Runtime.CompilerServices;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// The hub at /hub, documented in ops/hub.md. It holds nothing: readers follow a stream, senders go through the gateway
/// (Commands/LiveHub.Send.cs).
/// </summary>
internal sealed partial class LiveHub(
    Teleconferences teleconferences, ViewSubscriptions subscriptions, CommandGateway gateway, IAuthorizationService authorization) : Hub
{
    /// <summary>Operators only: the view, or updates since <paramref name="after"/>, then each update, and a heartbeat each second.</summary>
    /// <param name="after">The place of the view that the reader holds, as "42-0123456789abcdef"; null, or a place that this log does not have: the whole view.</param>
    public async IAsyncEnumerable<ControlMessage> Control(string id, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Allow(Policies.Operator, null);
        var (teleconference, place) = await Follow(id, after);
        await foreach (var (_, message) in subscriptions.Control(teleconference, place, Context.User!, cancellationToken)) yield return message;
    }

    /// <summary>Operators and the site's own coordinator: the same for one site.</summary>
    public async IAsyncEnumerable<SiteMessage> Site(
        string id, string siteId, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Allow(Policies.SiteReader, new SiteResource(id, siteId));
        var (teleconference, place) = await Follow(id, after);
        if (teleconference.State.Site(siteId) is null) throw new HubException("unknown_site");
        await foreach (var (_, message) in subscriptions.Site(teleconference, siteId, place, Context.User!, cancellationToken))
            yield return message;
    }

    private async Task Allow(string policy, object? resource)
    {
        try
        {
            if (!(await authorization.AuthorizeAsync(Context.User!, resource, policy)).Succeeded) throw new HubException("not_allowed");
        }
        catch (AccessUnavailableException unavailable)
        {
            throw new HubException("access_unavailable", unavailable);
        }
    }

    private async Task<(TeleconferenceFollower, Place?)> Follow(string id, string? after)
    {
        var (teleconference, place) = (await Find(id), Place.TryParse(after, out var held) ? held : null);
        try
        {
            await teleconference.ReadOnFor(place);
            return (teleconference, place);
        }
        catch (LedgerSilentException silent)
        {
            throw new HubException("ledger_silent", silent);
        }
    }

    private async Task<TeleconferenceFollower> Find(string id) => await teleconferences.LookUp(id)
        ?? throw new HubException(teleconferences.FindUnreadable(id) is null ? "unknown_teleconference" : "log_unreadable");
}
