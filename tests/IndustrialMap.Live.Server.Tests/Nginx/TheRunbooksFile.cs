using System.Diagnostics;
using System.Net;
using System.Text;
using IndustrialMap.Live.Server.Tests.Cluster;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Nginx;

/// <summary>ops/nginx.conf in front of three servers of one cluster.</summary>
[Collection(nameof(SeveralServers))]
public sealed class TheRunbooksFile(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Id = RunningConsole.Map2021;

    private RunningCluster cluster = null!;
    private Person operator_ = null!;

    public async Task InitializeAsync()
    {
        cluster = await RunningCluster.StartBehindNginx();
        operator_ = await cluster.Operator();
    }

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    [Fact]
    public async Task Hub_streams_commands_and_a_large_plan_pass()
    {
        var hub = await operator_.Hub();
        await using var messages = hub.Control(Id).GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        Assert.NotNull(messages.Current.View);
        await using var stream = await operator_.Follow(Id, "public");
        await stream.NextChange();
        Assert.Null((await hub.Send(Id, new Start())).Refusal);
        Assert.Equal(Phase.Live, (await stream.NextChange()).As<PublicView>().Header.Phase);
        // Longer than the file lets a silent server be: it is the beats that keep it open.
        for (var beats = 0; beats < 5; beats++) await stream.NextBeat();

        // Spaces around a plan: as large as the reader takes, and nothing of it in vain.
        var plan = (await operator_.Get($"/api/teleconferences/{RunningConsole.Show2017}/script")).Body
            .Replace($"\"id\": \"{RunningConsole.Show2017}\"", "\"id\": \"as-large-as-can-be\"", StringComparison.Ordinal);
        var imported = await operator_.Post("/api/teleconferences", plan + new string(' ', 5_000_000 - Encoding.UTF8.GetByteCount(plan)));
        Assert.True(imported.Status == HttpStatusCode.Created, imported.Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_server_dies_or_stands_still_screens_come_back_and_new_ones_open(bool freezes)
    {
        for (var at = 0; at < 2; at++)
        {
            using var over = new CancellationTokenSource();
            var people = await cluster.Operators(6);
            var screens = people.Select(person => new HubScreen(person, Id)).ToArray();
            var following = Task.WhenAll(screens.Select(screen => screen.Follow(over.Token)));
            await AllHear(after: DateTime.UtcNow);
            var late = await cluster.Operator();
            var clock = Stopwatch.StartNew();
            await (freezes ? cluster.Servers[at].Freeze() : cluster.Servers[at].Kill());
            // What was on its way is not yet a sign of another server.
            await AllHear(after: DateTime.UtcNow.AddSeconds(freezes ? 1.5 : 0.2));
            output.WriteLine($"{(freezes ? "freeze" : "kill")} of server {at}: six screens are back after {clock.Elapsed.TotalSeconds:0.0} s");
            clock.Restart();
            await using (var stream = await operator_.Follow(Id, "public")) await stream.NextChange();
            await operator_.Read<ControlMessage[]>($"/api/teleconferences/{Id}/control/messages");
            await using (var messages = (await late.Hub()).Control(Id).GetAsyncEnumerator()) Assert.True(await messages.MoveNextAsync());
            output.WriteLine($"  an event stream, a question and a WebSocket, one after the other, have opened after {clock.Elapsed.TotalSeconds:0.0} s");
            await over.CancelAsync();
            await following;
            if (freezes) await cluster.Servers[at].Kill();
            await cluster.Servers[at].Start();

            Task AllHear(DateTime after) => Until.True(() => following.IsFaulted || screens.All(screen => screen.Heard > after), "the screens hear");
        }
    }
}
