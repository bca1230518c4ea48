using IndustrialMap.Live.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace IndustrialMap.Live.Grains;

/// <inheritdoc cref="ISiteGrain"/>
[GrainType(TypeName), ShowPlacement]
internal sealed partial class SiteGrain(
    [FromKeyedServices(ConsoleGrains.AccessStorage)] IGrainStorage storage, [ConsoleClock] TimeProvider clock, TimeProvider steady,
    IGrainFactory grains, ILogger<SiteGrain> log) : Grain, ISiteGrain
{
    internal const string TypeName = "site";

    private Proposer<SiteSlice> site = null!;
    private string id = "", show = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (show, id) = GrainKey.Parts(this);
        var ledger = grains.GetGrain<ITeleconferenceGrain>(show);
        site = new(
            (slice, command, by) => SiteDecider.Decide(slice, (ISiteCommand)command, by),
            proposal => ledger.ProposeForSite(id, proposal),
            slice => slice.Seq);
        leases = new(clock);
        access = new(storage, Keeper.OfSite(show, id), clock, steady);
        return Task.CompletedTask;
    }

    public Task<Outcome> Send(CommandEnvelope envelope) => site.Send(envelope);
}
