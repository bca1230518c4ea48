using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>Which grain decides a command: a launch and a site for themselves, the ledger the rest.</summary>
public static class CommandRoutes
{
    /// <param name="known">The show as the sender's server knows it: its launches and sites.</param>
    public static Task<Outcome> Send(this IGrainFactory grains, Teleconference known, CommandEnvelope envelope)
    {
        var id = known.Plan!.Id;
        return envelope.Command switch
        {
            ILaunchCommand c when known.Launch(c.LaunchId) is not null =>
                grains.GetGrain<ILaunchGrain>(GrainKey.Of(id, c.LaunchId)).Send(envelope),
            ISiteCommand c when known.Site(c.SiteId) is not null => grains.GetGrain<ISiteGrain>(GrainKey.Of(id, c.SiteId)).Send(envelope),
            _ => grains.GetGrain<ITeleconferenceGrain>(id).Send(envelope),
        };
    }
}
