using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <inheritdoc cref="ILaunchGrain"/>
[GrainType("launch"), ShowPlacement]
internal sealed class LaunchGrain(IGrainFactory grains) : Grain, ILaunchGrain
{
    private Proposer<LaunchSlice> launch = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (show, id) = GrainKey.Parts(this);
        var ledger = grains.GetGrain<ITeleconferenceGrain>(show);
        launch = new(
            (slice, command, by) => LaunchDecider.Decide(slice, (ILaunchCommand)command, by),
            proposal => ledger.ProposeForLaunch(id, proposal),
            slice => slice.Seq);
        return Task.CompletedTask;
    }

    public Task<Outcome> Send(CommandEnvelope envelope) => launch.Send(envelope);
}
