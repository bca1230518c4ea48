using IndustrialMap.Live.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Somebody sets the server's clock while a show runs.</summary>
public class ClockSteps
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Three_hours_forward_and_back_stand_in_the_log_and_in_no_length()
    {
        var clock = new MovedClock();
        await using var console = await RunningConsole.Start(change: services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, clock));
        var show = await Show.Live(console);
        await using var room = await show.Operator.Follow(Id, "control");
        await room.NextChange();

        clock.Ahead = TimeSpan.FromHours(3);
        var forward = await Stepped(room);
        Assert.InRange(forward.StepMilliseconds!.Value, 10_799_000, 10_801_000);
        Assert.InRange(OnAirFor(show, clock), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await show.Call(Show.Cans);
        Assert.InRange(clock.GetUtcNow() - show.State.Launch(Show.Cans)!.ChangedAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        clock.Ahead = TimeSpan.Zero;
        var back = await Stepped(room);
        Assert.InRange(back.StepMilliseconds!.Value, -10_801_000, -10_799_000);
        Assert.InRange(OnAirFor(show, clock), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await show.Confirm(Show.Cans);
        Assert.InRange(clock.GetUtcNow() - show.State.Launch(Show.Cans)!.ChangedAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        var log = await console.Log(Id);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(logged => logged.Seq));
        Assert.Equal(2, log.Count(logged => logged.Event.GetProperty("type").GetString() == "clock_stepped"));
    }

    [Fact]
    public async Task A_command_in_the_very_moment_of_the_step_comes_after_it_in_the_log()
    {
        var clock = new MovedClock();
        await using var console = await RunningConsole.Start(change: services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, clock));
        var show = await Show.Live(console);
        clock.Ahead = TimeSpan.FromHours(-3);
        await show.Call(Show.Cans);
        var types = (await console.Log(Id)).Select(logged => logged.Event.GetProperty("type").GetString()!).ToArray();
        Assert.Equal(["clock_stepped", "launch_called"], types[^2..]);
    }

    private static TimeSpan OnAirFor(Show show, TimeProvider clock) => clock.GetUtcNow() - show.State.Order.Segments[0].StartedAt!.Value;

    private static async Task<LogRow> Stepped(EventStream room)
    {
        while (true)
        {
            var message = await room.NextChange();
            if (message.As<ControlUpdate>().Log?.FirstOrDefault(row => row.Type == "clock_stepped") is { } row) return row;
        }
    }
}
