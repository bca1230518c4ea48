using System.Diagnostics;
using System.Net;
using System.Text;
using IndustrialMap.Live.Server.Tests.Cluster;
using IndustrialMap.Live.Tests;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Nginx;

/// <summary>ops/nginx.conf in front of three servers of one cluster.</summary>
[Collection(nameof(SeveralServers))]
public sealed class TheRunbooksFile(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Id = RunningConsole.Map2021;

    private readonly NginxProcess nginx = new();
    private RunningCluster cluster = null!;
    private Person operator_ = null!;

    public async Task InitializeAsync()
    {
        cluster = await RunningCluster.Start(await Azurite.NewAccount(), _ => nginx.ServerOptions, new Dictionary<string, string>());
        await nginx.Start(NginxProcess.OfTheRunbook([.. cluster.Servers.Select(server => server.Origin)]));
        operator_ = await Operator();
    }

    public async Task DisposeAsync()
    {
        await operator_.DisposeAsync();
        await nginx.DisposeAsync();
        await cluster.DisposeAsync();
    }

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
            var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Operator()));
            var screens = people.Select(person => new HubScreen(person, Id)).ToArray();
            await Task.WhenAll(screens.Select(screen => screen.Heard(after: DateTime.UtcNow)));
            await using var late = await Operator();
            var clock = Stopwatch.StartNew();
            await (freezes ? cluster.Servers[at].Freeze() : cluster.Servers[at].Kill());
            // What was on its way is not yet a sign of another server.
            await Task.WhenAll(screens.Select(screen => screen.Heard(after: DateTime.UtcNow.AddSeconds(freezes ? 1.5 : 0.2))));
            output.WriteLine($"{(freezes ? "freeze" : "kill")} of server {at}: six screens are back after {clock.Elapsed.TotalSeconds:0.0} s");
            clock.Restart();
            await using (var stream = await operator_.Follow(Id, "public")) await stream.NextChange();
            await operator_.Read<ControlMessage[]>($"/api/teleconferences/{Id}/control/messages");
            await using (var hub = new HubScreen(late, Id)) await hub.Heard(after: DateTime.UtcNow);
            output.WriteLine($"  an event stream, a question and a WebSocket, one after the other, have opened after {clock.Elapsed.TotalSeconds:0.0} s");
            foreach (var screen in screens) await screen.DisposeAsync();
            foreach (var person in people) await person.DisposeAsync();
            if (freezes) await cluster.Servers[at].Kill();
            await cluster.Servers[at].Start();
        }
    }

    private async Task<Person> Operator()
    {
        var person = new Person(nginx.Origin);
        await person.SignIn((await cluster.Invite([Keeper.Operators]))[0]);
        return person;
    }

    /// <summary>A control room's screen over the hub, which connects again by itself.</summary>
    private sealed class HubScreen : IAsyncDisposable
    {
        /// <summary>After how long without a beat a screen gives a stream up: nginx sees the screen's own pings, and does not.</summary>
        private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

        private readonly CancellationTokenSource closing = new();
        private readonly Task following;
        private DateTime heard;

        internal HubScreen(Person person, string id) => following = Follow(person, id);

        internal Task Heard(DateTime after) => Until.True(() => following.IsFaulted || heard > after, "the screen hears");

        private async Task Follow(Person person, string id)
        {
            Place? place = null;
            while (!closing.IsCancellationRequested)
            {
                try
                {
                    var hub = await person.Hub().WaitAsync(closing.Token);
                    using var silent = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
                    silent.CancelAfter(Silence);
                    await foreach (var message in hub.Control(id, place, silent.Token))
                    {
                        silent.CancelAfter(Silence);
                        var seq = message.View?.Seq ?? message.Heartbeat?.Seq ?? message.Update!.To;
                        Assert.True(place is null || seq >= place.Seq, $"A screen went back from {place?.Seq} to {seq}.");
                        place = message.View?.Place ?? (message.Update is { } update ? new Place(update.To, update.ToSeal) : place);
                        heard = DateTime.UtcNow;
                    }
                }
                catch (Exception lost) when (lost is not Xunit.Sdk.XunitException)
                {
                    if (!closing.IsCancellationRequested) await Task.Delay(200, CancellationToken.None);
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await closing.CancelAsync();
            await following;
            closing.Dispose();
        }
    }
}
