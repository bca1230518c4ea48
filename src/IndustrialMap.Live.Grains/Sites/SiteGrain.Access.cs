using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>Who may speak for the site.</summary>
internal sealed partial class SiteGrain
{
    private AccessKeeper access = null!;

    public Task<Grant?> Find(string id) => access.Find(id);

    public Task<Grant?> Redeem(string secret) => access.Redeem(secret);

    public async Task<Invited> Invite(string name, Actor? renewedBy)
    {
        // First what counts: should the log not hear of it, the old link has ended all the same.
        var invited = await access.Invite(Role.Coordinator, show, id, name, alone: renewedBy is not null);
        if (renewedBy is null) return invited;
        var told = await Send(CommandEnvelope.Own(new RenewInvitation(id), renewedBy));
        return told.Failure is null
            ? invited
            : throw new AccessUnavailableException($"The earlier links of {id} have ended, but the log could not be told. Invite again.");
    }
}
