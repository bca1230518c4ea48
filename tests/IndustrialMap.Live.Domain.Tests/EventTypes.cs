namespace IndustrialMap.Live.Domain.Tests;

internal static class EventTypes
{
    /// <summary>Every event that the assembly has.</summary>
    public static IEnumerable<Type> All =>
        typeof(TeleconferenceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TeleconferenceEvent)));
}
