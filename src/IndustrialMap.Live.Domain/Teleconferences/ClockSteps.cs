namespace IndustrialMap.Live.Domain;

/// <summary>
/// The server's clock was set: from here on it shows this much more (less, if negative) than before. What the state holds
/// of times moves by as much, so that every length leaves the step out, and times before and after it are of one clock.
/// </summary>
public sealed record ClockStepped(long Milliseconds) : TeleconferenceEvent
{
    internal TimeSpan Size => TimeSpan.FromMilliseconds(Math.Clamp(Milliseconds, -MaxMilliseconds, MaxMilliseconds));

    /// <summary>A thousand years: more cannot be told by any calendar in use here.</summary>
    private const long MaxMilliseconds = 1000L * 366 * 86_400_000;
}

/// <summary>The server saw that its wall clock and its steady one parted. Only the server says so.</summary>
public sealed record ReportClockStep(long Milliseconds) : Command;

/// <summary>
/// How much the wall clock may differ from the steady one before the difference is a step: less is the measure of how
/// clocks are kept in time. Source: the design, "One idea".
/// </summary>
public static class ClockRules
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    internal static Decision Decide(Teleconference state, ReportClockStep command, Actor by) =>
        by.Role != Role.Server ? RefusalCode.NotAllowed
        // What has ended has no length that still runs, and its times were right when it did.
        : state.Plan is null || state.Phase == Phase.Ended || command.Milliseconds == 0 ? Decision.NothingToDo
        : new ClockStepped(command.Milliseconds);

    /// <summary>The time as the clock after the step would have shown it.</summary>
    internal static DateTimeOffset? After(this DateTimeOffset? time, ClockStepped step)
    {
        if (time is not { } at) return null;
        var ticks = Math.Clamp(at.UtcTicks + step.Size.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
