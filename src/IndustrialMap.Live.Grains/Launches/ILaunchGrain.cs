namespace IndustrialMap.Live.Grains;

/// <summary>
/// A project launch of one show, under the key "teleconference/launch". It owns its slice of the show (its row, its row of the
/// plan, the phase), which it only ever takes from the ledger. It decides the launch's commands on it: call, confirm, retract,
/// postpone, bring back; and proposes what it decided to the ledger (<see cref="ITeleconferenceGrain"/>): it writes nothing itself.
/// </summary>
public interface ILaunchGrain : IGrainWithStringKey
{
    /// <summary>A command about this launch.</summary>
    Task<Outcome> Send(CommandEnvelope envelope);
}
