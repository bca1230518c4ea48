using IndustrialMap.Live.Grains;
using System.Runtime.CompilerServices;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// The hub at /hub, documented in ops/hub.md. It holds nothing: readers follow a stream, senders go through the door.
/// </summary>
internal sealed class LiveHub(Watching watching, CommandDoor door) : Hub
{
    /// <summary>Operators only: view or updates since <paramref name="after"/>, then each update, and a beat each second.</summary>
    public IAsyncEnumerable<ControlMessage> Control(string id, long? after, CancellationToken gone) =>
        Messages(watching.FollowControl(Allowed(watching.Control(id, Context.User!)), after, Context.User!, gone));

    /// <summary>Operators and the site's own coordinator: the same for one site.</summary>
    public IAsyncEnumerable<SiteMessage> Site(string id, string siteId, long? after, CancellationToken gone) =>
        Messages(watching.FollowSite(Allowed(watching.Site(id, siteId, Context.User!)), siteId, after, Context.User!, gone));

    /// <summary>A command; a refusal is an answer, too.</summary>
    public async Task<CommandAnswer> Send(string id, SentCommand sent)
    {
        try
        {
            return await door.Send(id, sent, Context.User!) ?? throw new HubException("unknown_teleconference");
        }
        catch (BadCommandException)
        {
            throw new HubException("bad_command_id");
        }
        catch (Exception failure) when (Failures.IsJournal(failure))
        {
            throw new HubException("journal_unavailable", failure);
        }
    }

    private static LiveTeleconference Allowed(Access<LiveTeleconference> access) =>
        access.Allowed ?? throw new HubException((string)access.Refused!.ProblemDetails.Extensions["code"]!);

    private static async IAsyncEnumerable<T> Messages<T>(
        IAsyncEnumerable<(long? Seq, T Message)> followed, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var (_, message) in followed.WithCancellation(cancel)) yield return message;
    }
}
