using System.Net;
using IndustrialMap.Live.Server.Tests.Crashes;
using IndustrialMap.Live.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Two servers of one cluster, in this process, whose clocks do not agree.</summary>
[Collection(nameof(SeveralServers))]
public sealed class ClocksApart : IAsyncLifetime
{
    private const string Id = RunningConsole.Map2021;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(30);

    private readonly List<WebApplication> servers = [];
    private string account = "";

    public async Task InitializeAsync() => account = await Azurite.NewAccount();

    public async Task DisposeAsync()
    {
        foreach (var server in servers) await server.DisposeAsync();
    }

    [Fact]
    public async Task Every_screen_has_the_ledgers_time_the_server_that_is_apart_says_so_and_the_ledger_tells_the_step_when_it_moves()
    {
        var right = await Start(TimeSpan.Zero);
        var wrong = await Start(Ahead);
        await using var operator_ = new Person(Origin(right));
        await operator_.SignIn((await right.Services.GetRequiredService<Keepers>().InviteOperator(null, null)).Token);
        await using var other = new Person(Origin(wrong));
        await other.SignIn((await right.Services.GetRequiredService<Keepers>().InviteOperator(null, null)).Token);

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
            async () => (await other.Log(Id)).Any(logged => logged.Event.GetProperty("type").GetString() == "clock_stepped"), "the step is in the log");
        var view = await other.Control(Id);
        Assert.InRange(
            DateTimeOffset.UtcNow + Ahead - view.Segments[0].StartedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(25));
        await Until.True(async () => (await onWrong.NextBeat()).ClockApart is null, "its clock is the ledger's now");
    }

    private static Uri Origin(WebApplication server) => new(server.Urls.First());

    private async Task<WebApplication> Start(TimeSpan ahead)
    {
        var server = Program.Build(
            CliOptions.Given(Cli.Parse([
                "--cluster", "azure", "--urls", $"http://127.0.0.1:{ConsoleProcess.FreePort()}", "--silo-port", $"{ConsoleProcess.FreePort()}"])),
            services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, new MovedClock { Ahead = ahead }),
            new Dictionary<string, string?> { ["ConnectionStrings:azure"] = account });
        servers.Add(server);
        await server.StartAsync();
        await server.Services.GetRequiredService<Teleconferences>().Ready.WaitAsync(Until.Patience);
        return server;
    }
}
