using Orleans.Concurrency;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// A project launch of one show, under the key "teleconference/launch". It owns its slice of the show (its row, its row of the
/// plan, the phase), which it only ever takes from the ledger. It decides the launch's commands on it: call, take back, confirm,
/// retract, postpone, bring back; and proposes what it decided to the ledger (<see cref="ITeleconferenceGrain"/>): it writes nothing
/// itself. It watches over the confirmation window of an open call.
/// </summary>
public interface ILaunchGrain : IGrainWithStringKey
{
    /// <summary>A command about this launch.</summary>
    Task<Outcome> Send(CommandEnvelope envelope);

    /// <summary>
    /// The ledger's word, each second, to every launch that its log shows as called: if the call's window has run out, the launch says so
    /// in the log. Nobody else would wake it after its server died.
    /// </summary>
    /// <param name="now">The ledger's time, UTC.</param>
    /// <param name="sliceSeq">The seq of the launch's slice at that moment.</param>
    [OneWay]
    Task Watch(DateTimeOffset now, long sliceSeq);
}
