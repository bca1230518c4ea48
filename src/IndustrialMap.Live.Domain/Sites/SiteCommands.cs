using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>A site's word on one readiness item. Only its own coordinator may give it, until the end.</summary>
public sealed record ReportReadiness(
    string SiteId, [property: JsonRequired] ReadinessItem Item, [property: JsonRequired] bool Ready) : Command;

/// <summary>The server saw a coordinator's line come or go.</summary>
public sealed record ReportLink(string SiteId, bool Connected) : Command;

/// <summary>Records that an operator revoked a coordinator's link and made a new one.</summary>
public sealed record RenewInvitation(string SiteId) : Command;

internal static class SiteDecider
{
    internal static Decision Decide(Teleconference state, ReportReadiness command, Actor by)
    {
        if (by.Role != Role.Coordinator || by.SiteId != command.SiteId) return RefusalCode.NotAllowed;
        if (state.Site(command.SiteId) is not { } site) return RefusalCode.UnknownSite;
        if (state.Phase == Phase.Ended) return RefusalCode.AlreadyEnded;
        // The same word said again is stored all the same: it makes the answer younger.
        return new ReadinessReported(site.Id, command.Item, command.Ready);
    }

    internal static Decision Decide(Teleconference state, ReportLink command, Actor by)
    {
        if (by.Role != Role.Server) return RefusalCode.NotAllowed;
        if (state.Site(command.SiteId) is not { } site) return RefusalCode.UnknownSite;
        if (site.Connected == command.Connected || (site.Connected is null && !command.Connected)) return Decision.NothingToDo;
        return command.Connected ? new SiteConnected(site.Id) : new SiteDisconnected(site.Id);
    }

    internal static Decision Decide(Teleconference state, RenewInvitation command) =>
        state.Site(command.SiteId) is null ? RefusalCode.UnknownSite : new InvitationRenewed(command.SiteId);
}
