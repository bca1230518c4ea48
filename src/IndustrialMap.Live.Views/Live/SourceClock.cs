namespace IndustrialMap.Live.Views;

/// <summary>
/// The time by which a show's events are dated, wherever they come from: what the source told last, and how long that is ago. Every
/// screen shows it, whichever server it is on.
/// </summary>
/// <param name="clock">This server's own; until the source has told its time, it is taken for it.</param>
internal sealed class SourceClock(TimeProvider clock)
{
    private sealed record Heard(DateTimeOffset At, long Steady);

    private Heard heard = new(clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>The time, and when the source told it last, by the same time: both UTC, and of one moment.</summary>
    internal (DateTimeOffset Now, DateTimeOffset HeardAt) Reading
    {
        get
        {
            var newest = Newest;
            return (newest.At + clock.GetElapsedTime(newest.Steady), newest.At);
        }
    }

    /// <summary>UTC.</summary>
    internal DateTimeOffset Now => Reading.Now;

    /// <summary>When the source told its time last, UTC by the same time.</summary>
    internal DateTimeOffset HeardAt => Reading.HeardAt;

    internal TimeSpan SinceHeard => clock.GetElapsedTime(Newest.Steady);

    /// <summary>By this server's steady clock.</summary>
    internal long Timestamp => clock.GetTimestamp();

    internal TimeSpan Since(long timestamp) => clock.GetElapsedTime(timestamp);

    internal Task Wait(TimeSpan time) => Task.Delay(time, clock);

    /// <summary>How far this server's own clock is ahead.</summary>
    internal TimeSpan Apart => clock.GetUtcNow() - Now;

    private Heard Newest => Volatile.Read(ref heard);

    internal void Hear(DateTimeOffset at) => Volatile.Write(ref heard, new(at, clock.GetTimestamp()));
}
