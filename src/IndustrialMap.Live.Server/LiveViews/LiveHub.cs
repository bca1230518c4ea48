using IndustrialMap.Live.Grains;
using System.Runtime.CompilerServices;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// The hub at /hub, documented in ops/hub.md. It holds nothing: readers follow a stream, senders go through the door.
/// </summary>
internal sealed class LiveHub(ViewSubscriptions subscriptions, CommandGateway gateway) : Hub
{
    /// <summary>Operators only: view or updates since <paramref name="after"/>, then each update, and a beat each second.</summary>
    public IAsyncEnumerable<ControlMessage> Control(string id, long? after, CancellationToken cancellationToken) =>
        Messages(subscriptions.SubscribeToControl(Allowed(subscriptions.Control(id, Context.User!)), after, Context.User!, cancellationToken));

    /// <summary>Operators and the site's own coordinator: the same for one site.</summary>
    public IAsyncEnumerable<SiteMessage> Site(string id, string siteId, long? after, CancellationToken cancellationToken) =>
        Messages(subscriptions.SubscribeToSite(Allowed(subscriptions.Site(id, siteId, Context.User!)), siteId, after, Context.User!, cancellationToken));

    /// <summary>A command; a refusal is an answer, too.</summary>
    public async Task<CommandAnswer> Send(string id, CommandRequest sent)
    {
        try
        {
            return await gateway.Send(id, sent, Context.User!) ?? throw new HubException("unknown_teleconference");
        }
        catch (BadCommandException)
        {
            throw new HubException("bad_command_id");
        }
        catch (Exception failure) when (ProblemExceptionHandler.IsJournal(failure))
        {
            throw new HubException("journal_unavailable", failure);
        }
    }

    private static LiveTeleconference Allowed(Access<LiveTeleconference> access) =>
        access.Allowed ?? throw new HubException((string)access.Refused!.ProblemDetails.Extensions["code"]!);

    private static async IAsyncEnumerable<T> Messages<T>(
        IAsyncEnumerable<(long? Seq, T Message)> followed, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (_, message) in followed.WithCancellation(cancellationToken)) yield return message;
    }
}
