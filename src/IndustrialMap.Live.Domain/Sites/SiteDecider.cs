namespace IndustrialMap.Live.Domain;

/// <summary>All that the rules of one site read.</summary>
/// <param name="Seq">The seq of the newest event in it: another seq, another slice.</param>
public sealed record SiteSlice(long Seq, Phase Phase, PlannedSite Plan, Site Site);

/// <summary>The rules of a site. Pure.</summary>
public static class SiteDecider
{
    /// <param name="slice">Null: the show has no such site.</param>
    /// <exception cref="InvalidOperationException">The slice is another site's, or there is no rule for the command.</exception>
    public static Decision Decide(SiteSlice? slice, ISiteCommand command, Actor by)
    {
        var allowed = command switch
        {
            ReportReadiness => by.Role == Role.Coordinator && by.SiteId == command.SiteId,
            ReportLink => by.Role == Role.Server,
            _ => by.Role == Role.Operator,
        };
        if (!allowed) return RefusalCode.NotAllowed;
        if (slice is null) return RefusalCode.UnknownSite;
        if (slice.Site.Id != command.SiteId) throw new InvalidOperationException($"A command about {command.SiteId} is not for {slice.Site.Id}.");
        return command switch
        {
            ReportReadiness when slice.Phase == Phase.Ended => RefusalCode.AlreadyEnded,
            // The same word said again is stored all the same: it makes the answer younger.
            ReportReadiness c => new ReadinessReported(c.SiteId, c.Item, c.Ready),
            ReportLink c => Report(slice.Site, c.Connected),
            RenewInvitation c => new InvitationRenewed(c.SiteId),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision Report(Site site, bool connected) =>
        site.Connected == connected || (site.Connected is null && !connected) ? Decision.NothingToDo
        : connected ? new SiteConnected(site.Id)
        : new SiteDisconnected(site.Id);
}
