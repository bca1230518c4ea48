namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The system's clock, moved ahead; its timers run as ever.</summary>
internal sealed class MovedClock : TimeProvider
{
    internal TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
