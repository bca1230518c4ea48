using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// The console's clock, by which every event and every link is dated. Orleans takes the unnamed <see cref="TimeProvider"/> for its
/// own probes and timers: that one is the system's, always, so that a clock that is moved does not take a server for dead.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConsoleClockAttribute() : FromKeyedServicesAttribute(Name)
{
    /// <summary>Under which the clock is registered.</summary>
    public const string Name = "console";
}

public static class ConsoleClockServices
{
    /// <inheritdoc cref="ConsoleClockAttribute"/>
    public static TimeProvider ConsoleClock(this IServiceProvider services) =>
        services.GetRequiredKeyedService<TimeProvider>(ConsoleClockAttribute.Name);
}
