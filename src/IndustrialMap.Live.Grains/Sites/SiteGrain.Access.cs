using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

internal sealed partial class SiteGrain
{
    public Task<Grant?> Find(string id) => throw new NotSupportedException(storage.ToString());
    public Task<Grant?> Redeem(string secret) => throw new NotSupportedException();
    public Task<Invited> Invite(string name, Actor? renewedBy) => throw new NotSupportedException();
}
