using IndustrialMap.Live.Domain;
using Microsoft.Extensions.Logging;

namespace IndustrialMap.Live.Grains;

/// <inheritdoc cref="ILaunchGrain"/>
[GrainType("launch"), ShowPlacement]
internal sealed partial class LaunchGrain(IGrainFactory grains, ILogger<LaunchGrain> log) : Grain, ILaunchGrain
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

    public async Task Watch(DateTimeOffset now, long sliceSeq)
    {
        if (launch.Slice is { } slice && slice.Seq == sliceSeq && !(slice.ConfirmBy <= now)) return;
        var id = GrainKey.Parts(this).Part;
        try
        {
            var outcome = await Send(CommandEnvelope.Own(new ReportOverdue(id, sliceSeq, now), Actor.Server));
            if (outcome.Failure is { } failure) NotRecorded(null, id, failure.Sentence);
        }
        catch (Exception failure)
        {
            NotRecorded(failure, id, "the ledger did not answer");
        }
    }

    [LoggerMessage(
        402, LogLevel.Warning, "That launch {Launch} was not confirmed in time could not be recorded; trying again in a second: {Sentence}")]
    private partial void NotRecorded(Exception? failure, string launch, string sentence);
}
