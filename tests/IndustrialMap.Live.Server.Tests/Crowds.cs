using System.Net;
using System.Net.Sockets;
using IndustrialMap.Live.Server.Tests.Crashes;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>More people come than the process may open connections: it lives, and those come in who run the show.</summary>
public class Crowds
{
    private const string Id = RunningConsole.Map2021, Viewed = $"/api/teleconferences/{Id}/public/events";

    [Fact]
    public async Task Viewers_beyond_their_share_are_told_to_come_back_while_operators_come_in_and_are_answered()
    {
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data) { Before = "ulimit -n 640" };
        await console.Start();
        using var crowd = new Crowd(console.Origin);
        await crowd.FillUp();
        Assert.InRange(crowd.Watching, ConnectionLimits.Least / 2, 400);

        using (var refused = await crowd.Ask())
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 5, 15);
            Assert.True(refused.Headers.ConnectionClose);
            Assert.Contains("too_many_visitors", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", Assert.Single(refused.Headers.GetValues("Referrer-Policy")));
        }

        for (var i = 0; i < 20; i++) (await crowd.Ask()).Dispose();
        await Until.True(() => TurnedAway(console) > 0, "the log tells of it");

        await using var operator_ = await SignIn(console, data);
        await operator_.Give(Id, new Start());
        await using var events = await operator_.Follow(Id, "control");
        await events.NextChange();
        var hub = await operator_.Hub();
        Assert.Null((await hub.Send(Id, new CallLaunch(Show.Cans))).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await operator_.Get("/health/ready")).Status);
        Assert.False(console.HasExited);

        crowd.Leave(10);
        await Until.True(async () =>
        {
            using var answer = await crowd.Ask();
            return answer.IsSuccessStatusCode;
        }, "a viewer comes in when others have left");
        Assert.Equal(1, TurnedAway(console));
    }

    [Fact]
    public async Task An_idle_crowd_that_asks_for_nothing_is_let_go_and_an_operator_comes_in()
    {
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data) { Before = "ulimit -n 640" };
        await console.Start();
        var idle = Enumerable.Range(0, 500).Select(_ => new TcpClient()).ToArray();
        await Task.WhenAll(idle.Select(client => client.ConnectAsync(console.Origin.Host, console.Origin.Port)));
        await using var operator_ = await SignIn(console, data).WaitAsync(TimeSpan.FromSeconds(60));
        await operator_.Give(Id, new Start());
        Assert.False(console.HasExited);
        foreach (var client in idle) client.Dispose();
    }

    [Fact]
    public async Task A_viewer_does_not_come_in_on_the_connection_over_which_a_proxy_sent_an_operators_request()
    {
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data) { Before = "ulimit -n 640" };
        await console.Start();
        using var oneConnection = new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 1 };
        using var proxy = new HttpClient(oneConnection) { BaseAddress = console.Origin };
        using var signIn = new StringContent(Wire.Of(new SignIn(await Secret(data))), null, "application/json");
        using var answer = await proxy.PostAsync("/api/sign-in", signIn);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
        using var crowd = new Crowd(console.Origin);
        await crowd.FillUp();

        async Task<HttpStatusCode> Status(string? cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/teleconferences/{Id}/public");
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var reply = await proxy.SendAsync(request);
            return reply.StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await Status(cookie));
        // The seat that the connection has given back, now that it was seen to be an operator's.
        await crowd.FillUp();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status(null));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status("industrialmap=forged"));
        Assert.Equal(HttpStatusCode.OK, await Status(cookie));
    }

    [Theory]
    [InlineData("Max cpu time  unlimited unlimited seconds\nMax open files            20000                524288    files\n", 20000)]
    [InlineData("Max open files            unlimited            unlimited            files", int.MaxValue)]
    [InlineData("Max open files            9999999999           9999999999           files", int.MaxValue)]
    [InlineData("", HandleLimit.Assumed)]
    public void The_limit_of_open_files_is_read_as_Linux_writes_it(string limits, int expected) =>
        Assert.Equal(expected, HandleLimit.Parse(limits));

    [Theory]
    [InlineData(20_000, 300, 8_000_000_000, null, 18_450, 17_938)]
    [InlineData(20_000, 300, 100_000_000, null, 500, 375)]
    [InlineData(20_000, 300, 8_000_000_000, 1_000, 1_000, 750)]
    [InlineData(1_024, 300, 8_000_000_000, null, 468, 351)]
    [InlineData(int.MaxValue, 300, 8_000_000_000, null, 40_000, 39_488)]
    public void Handles_memory_and_settings_bound_the_connections_and_a_part_is_kept(
        int handles, int inUse, long memory, int? chosen, int whole, int visitors) =>
        Assert.Equal(new ConnectionLimits(whole, visitors), ConnectionLimits.Of(handles, inUse, memory, chosen));

    /// <summary>How many lines of the log tell of it.</summary>
    private static int TurnedAway(ConsoleProcess console) =>
        console.Said.Count(line => line.Contains("others are turned away", StringComparison.Ordinal));

    private static Task<string> Secret(DataFolder data) => InvitedBeside.Token(data, Keeper.Operators);

    private static async Task<Person> SignIn(ConsoleProcess console, DataFolder data)
    {
        var person = new Person(console.Origin);
        await person.SignIn(await Secret(data));
        return person;
    }

    /// <summary>Viewers who each hold a stream open.</summary>
    private sealed class Crowd(Uri origin) : IDisposable
    {
        private readonly HttpClient http = new() { BaseAddress = origin };
        private readonly Queue<HttpResponseMessage> streams = new();

        internal int Watching => streams.Count;

        internal Task<HttpResponseMessage> Ask() =>
            http.GetAsync(Viewed, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Until.Patience);

        /// <summary>Until one is turned away.</summary>
        internal async Task FillUp()
        {
            while (Watching < 1000)
            {
                var answer = await Ask();
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) break;
                streams.Enqueue(answer.EnsureSuccessStatusCode());
            }
        }

        internal void Leave(int count)
        {
            for (; count > 0; count--) streams.Dequeue().Dispose();
        }

        public void Dispose()
        {
            Leave(Watching);
            http.Dispose();
        }
    }
}
