using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Asks whoever keeps an invitation or a sign-in: the operators' grain, or a site's. That it could not be asked is logged here, once
/// for all who ask.
/// </summary>
/// <exception cref="AccessUnavailableException">From each: the keeper cannot be asked, or cannot read or write what it keeps.</exception>
public sealed partial class Keepers(IGrainFactory grains, Teleconferences teleconferences, ILogger<Keepers> log)
{
    internal IOperatorsGrain Operators => grains.GetGrain<IOperatorsGrain>(Keeper.Operators.Key);

    internal ISiteGrain Site(string teleconference, string siteId) => grains.GetGrain<ISiteGrain>(GrainKey.Of(teleconference, siteId));

    /// <param name="claim">As a signed cookie carries it.</param>
    /// <param name="isAsked">Whose grants are of interest: another keeper is not asked, and need not answer.</param>
    /// <returns>Null: there is no such grant. One that has ended is returned, and says so.</returns>
    internal Task<Grant?> Find(string claim, Func<Keeper, bool> isAsked) => Asked(async () =>
        await KeeperOf(claim) is var (keeper, id) && isAsked(keeper) ? await Grain(keeper).Find(id) : null);

    /// <param name="token">As anybody may have typed it.</param>
    /// <returns>Null: it opens nothing, or no more.</returns>
    internal Task<Grant?> Redeem(string token) => Asked(async () =>
        await KeeperOf(token) is var (keeper, secret) && await IsThere(keeper) ? await Grain(keeper).Redeem(secret) : null);

    internal Task<Invited> InviteOperator(string? teleconference, string? name) => Asked(() => Operators.Invite(teleconference, name));

    /// <inheritdoc cref="ISiteGrain.Invite"/>
    internal Task<Invited> InviteCoordinator(string teleconference, string siteId, string name, Actor? renewedBy) =>
        Asked(() => Site(teleconference, siteId).Invite(name, renewedBy));

    private IKeeperGrain Grain(Keeper keeper) => keeper == Keeper.Operators ? Operators : Site(keeper.Teleconference!, keeper.SiteId!);

    /// <summary>What names no keeper is from before they were named: the operators know who keeps it since it was carried over.</summary>
    private async Task<(Keeper Keeper, string Secret)?> KeeperOf(string named)
    {
        if (Keeper.TryParse(named, out var keeper, out var secret)) return (keeper, secret);
        return await Operators.WhoKeeps(named) is { } key ? (Keeper.Parse(key), named) : null;
    }

    /// <summary>A token is anybody's to make up, and a grain would be started for each site that there is not. A claim is signed.</summary>
    private async ValueTask<bool> IsThere(Keeper keeper) =>
        keeper == Keeper.Operators || (await teleconferences.LookUp(keeper.Teleconference!))?.State.Site(keeper.SiteId!) is not null;

    private async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (UnknownOutcomes.IsUnknown(failure))
        {
            NotAsked(failure);
            throw failure as AccessUnavailableException ?? new AccessUnavailableException("Who may do what cannot be asked now.");
        }
    }

    [LoggerMessage(721, LogLevel.Error, "Who may do what could not be looked up or written")]
    private partial void NotAsked(Exception failure);
}
