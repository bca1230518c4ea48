namespace IndustrialMap.Live.Grains;

/// <summary>One teleconference, under its id: the only writer of its log.</summary>
public interface ITeleconferenceGrain : IGrainWithStringKey
{
    /// <summary>A command whose rules look across the show.</summary>
    Task<Outcome> Send(CommandEnvelope envelope);
}
