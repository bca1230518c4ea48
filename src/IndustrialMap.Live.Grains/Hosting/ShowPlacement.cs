using System.IO.Hashing;
using System.Text;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// All grains of a show on one silo, so that what they say to each other stays in one process: of all silos the one that has the
/// highest hash together with the show's id (rendezvous hashing), which leaves most shows where they are when a silo comes or
/// goes. It decides where a grain starts, and moves none: after a join grains of a show may stand apart, slower but never wrong.
/// </summary>
[Serializable]
internal sealed class ShowPlacement : PlacementStrategy;

/// <inheritdoc cref="ShowPlacement"/>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShowPlacementAttribute() : PlacementAttribute(new ShowPlacement());

/// <inheritdoc cref="ShowPlacement"/>
internal sealed class ShowPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Choose(ShowOf(target.GrainIdentity), silos));
    }

    /// <summary>The id of the show comes first in every key; a site or launch follows behind a slash.</summary>
    internal static string ShowOf(GrainId grain) => grain.Key.ToString()!.Split('/')[0];

    internal static SiloAddress Choose(string show, IEnumerable<SiloAddress> silos) => silos.MaxBy(silo => (Hash(show, silo), silo))!;

    private static ulong Hash(string show, SiloAddress silo) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{silo.ToParsableString()} {show}"));
}
