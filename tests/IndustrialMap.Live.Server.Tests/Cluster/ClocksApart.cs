using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Two servers of one cluster, in this process, whose clocks do not agree.</summary>
[Collection(nameof(SeveralServers))]
public sealed class ClocksApart
{
    private const string Id = RunningConsole.Map2021;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_screen_has_the_ledgers_time_the_server_that_is_apart_says_so_and_the_ledger_tells_the_step_when_it_moves()
    {
        await using var servers = new ServersHere();
        var right = await servers.Start();
        var wrong = await servers.Start(services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, new MovedClock { Ahead = Ahead }));
        var (operator_, other) = (await servers.Operator(right), await servers.Operator(wrong));

        // The ledger was asked for by the first one while it was alone, and is there.
        await operator_.Give(Id, new Start());
        await using var onRight = await operator_.Follow(Id, "control");
        await using var onWrong = await other.Follow(Id, "control");
        await Until.True(async () => (await onWrong.NextBeat()).ClockApart is not null, "the control room is told");
        var (here, there) = (await onRight.NextBeat(), await onWrong.NextBeat());
        Assert.InRange((there.At - here.At).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal((null, 30), (here.ClockApart, there.ClockApart));
        var ready = await other.Get("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Contains("30.0 s ahead", ready.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ahead", (await operator_.Get("/health/ready")).Body, StringComparison.Ordinal);

        await right.StopAsync();
        await Until.True(
            async () => (await Until.Answered(() => other.Log(Id))).Any(logged => logged.Event.GetProperty("type").GetString() == "clock_stepped"), "the step is in the log");
        var view = await other.Control(Id);
        Assert.InRange(
            DateTimeOffset.UtcNow + Ahead - view.Segments[0].StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(25));
        await Until.True(async () => (await onWrong.NextBeat()).ClockApart is null, "its clock is the ledger's now");
    }
}
