using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Access;

/// <summary>Asks whoever keeps an invitation or a sign-in: the operators' grain, or a site's.</summary>
public sealed class Keepers(IGrainFactory grains, Teleconferences teleconferences)
{
    internal IOperatorsGrain Operators => grains.GetGrain<IOperatorsGrain>(Keeper.Operators.Key);

    internal ISiteGrain Site(string teleconference, string siteId) => grains.GetGrain<ISiteGrain>(GrainKey.Of(teleconference, siteId));

    /// <param name="claim">As a signed cookie carries it.</param>
    /// <returns>Null: there is no such grant. One that has ended is returned, and says so.</returns>
    /// <exception cref="AccessUnavailableException">The keeper cannot be asked, or cannot read what it keeps.</exception>
    internal Task<Grant?> Find(string claim) => Ask(claim, (keeper, id) => keeper.Find(id));

    /// <param name="token">As anybody may have typed it.</param>
    /// <returns>Null: it opens nothing, or no more.</returns>
    /// <exception cref="AccessUnavailableException">The keeper cannot be asked, or cannot write what it keeps.</exception>
    internal Task<Grant?> Redeem(string token) => Ask(token, (keeper, secret) => keeper.Redeem(secret));

    private async Task<Grant?> Ask(string named, Func<IKeeperGrain, string, Task<Grant?>> ask)
    {
        try
        {
            if (Keeper.TryParse(named, out var keeper, out var secret)) return await Grain(keeper) is { } grain ? await ask(grain, secret) : null;
            // From before keepers were named: the operators know who keeps it since it was carried over.
            return await Operators.WhoKeeps(named) is { } key && await Grain(Keeper.Parse(key)) is { } kept ? await ask(kept, named) : null;
        }
        catch (Exception silent) when (UnknownOutcomes.IsUnknown(silent))
        {
            throw new AccessUnavailableException("Who may do what cannot be asked now.");
        }
    }

    /// <summary>Only of a site that there is: a token is anybody's to make up, and a grain would be started for each.</summary>
    private async Task<IKeeperGrain?> Grain(Keeper keeper)
    {
        if (keeper == Keeper.Operators) return Operators;
        return (await teleconferences.LookUp(keeper.Teleconference!))?.State.Site(keeper.SiteId!) is null
            ? null
            : Site(keeper.Teleconference!, keeper.SiteId!);
    }
}
