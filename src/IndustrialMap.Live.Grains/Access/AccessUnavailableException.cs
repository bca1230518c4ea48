namespace IndustrialMap.Live.Grains;

/// <summary>
/// Who may do what cannot be read or written now; nothing was changed, and whoever asked may ask again. Its words hold no secret
/// and no name of a person.
/// </summary>
[GenerateSerializer]
public sealed class AccessUnavailableException(string message) : Exception(message);
