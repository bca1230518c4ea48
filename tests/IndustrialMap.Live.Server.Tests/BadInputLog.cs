using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What anybody can send badly is the sender's fault, in words with a code, and is at most a line a minute of the log.</summary>
public class BadInputLog
{
    private const string Id = RunningConsole.Map2021;

    [Theory]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=\"utf-7\"")]
    [InlineData("application/json; charset=windows-1251")]
    public async Task A_body_that_says_it_is_not_UTF8_is_refused_by_every_endpoint_that_takes_one(string type)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        foreach (var path in new[] { $"/api/teleconferences/{Id}/commands", "/api/sign-in", "/api/invitations", "/api/teleconferences" })
        {
            var body = new ByteArrayContent("{}"u8.ToArray());
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            var reply = await operator_.Post(path, body);
            Assert.Equal((path, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (path, reply.Status, reply.Code));
        }
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task One_that_says_it_is_UTF8_is_read(string type)
    {
        await using var console = await RunningConsole.Start();
        var body = new StringContent(Wire.Of(new CommandRequest(Person.NewId(), new Start())));
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.OK, (await (await console.Operator()).Post($"/api/teleconferences/{Id}/commands", body)).Status);
    }

    [Fact]
    public async Task A_call_to_the_hub_that_fits_no_method_is_told_which_way_it_does_not()
    {
        await using var console = await RunningConsole.Start();
        var hub = await (await console.Operator()).Hub();
        async Task<string> Code(string method, params object?[] args) =>
            (await Assert.ThrowsAsync<HubException>(() => hub.Invoke<object>(method, args))).Message.Split(' ')[^1];

        var good = new CommandRequest(Person.NewId(), new Start());
        object?[][] unfit = [[Id, null], [null, good], [null, null], [Id], [], [Id, good, 3], [3, good], [Id, "start"], [good, Id]];
        foreach (var args in unfit)
            Assert.Equal("bad_arguments", await Code("Send", args));
        Assert.Equal("unknown_method", await Code("LaunchEverything", Id));
        Assert.Equal("unknown_method", await Code("ToString"));
        foreach (object?[] args in new object?[][] { [null, null], [Id, 3], [Id], [3, null] })
        {
            var refused = await Assert.ThrowsAsync<HubException>(async () =>
            {
                await foreach (var _ in hub.ControlBy(args)) break;
            });
            Assert.EndsWith("bad_arguments", refused.Message, StringComparison.Ordinal);
        }
        Assert.Null((await hub.Send(Id, new Start())).Refusal);
    }

    [Fact]
    public async Task Whatever_is_sent_badly_is_answered_below_500_and_is_no_warning_of_the_servers()
    {
        using var lines = new LoggedLines();
        await using var console = await RunningConsole.Start(null, lines.Listen);
        var beforehand = lines.All.Count;
        foreach (var request in Requests(console.Origin.Authority))
        {
            var status = await Raw(console.Origin, request);
            Assert.True(status is >= 400 and < 500, $"{status}: {request[..Math.Min(request.Length, 200)]}");
        }
        const string ToNobody = """{"type":1,"target":null,"arguments":[]}""";
        foreach (var message in new[] { "{", "\u0001", "[]", """{"type":99}""", """{"type":1}""", ToNobody, new string('x', 40_000) })
            await SayToHub(console.Origin, message);
        await SayToHub(console.Origin, """{"protocol":"none","version":1}""", shakesHands: false);
        await SayToHub(console.Origin, "hello", shakesHands: false);
        string[] levels = [nameof(LogLevel.Warning), nameof(LogLevel.Error), nameof(LogLevel.Critical)];
        // The keys of the cookies are told of when they are first made; the silo tells when this machine has kept it waiting.
        string[] others = ["XML encryptor", "Participant check thread"];
        var loud = lines.All.Skip(beforehand).Where(line => levels.Contains(line.Split(' ')[0]));
        Assert.DoesNotContain(loud, line => !others.Any(other => line.Contains(other, StringComparison.Ordinal)));
        Assert.Contains(lines.All, line => line.StartsWith("Debug", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_warnings_of_one_kind_one_a_minute_is_logged_and_it_says_how_many_were_left_out()
    {
        using var kept = new LoggedLines();
        using var factory = new LoggerFactory([kept]);
        var clock = new SteppedClock();
        var log = new RepeatedLines(factory, clock).CreateLogger("A");
        for (var i = 0; i < 100; i++) log.LogError("The disk {Disk} is full", i);
        log.LogError("Another {Kind}", 1);
        for (var i = 0; i < 3; i++) log.LogInformation("Played {Count}", i);
        Assert.Equal(
            ["Error The disk 0 is full ", "Error Another 1 ", "Information Played 0 ", "Information Played 1 ", "Information Played 2 "],
            kept.All);
        clock.Step(TimeSpan.FromSeconds(61));
        log.LogError("The disk {Disk} is full", 100);
        Assert.Equal("Error The disk 100 is full (and 99 more like this since the last) ", kept.All.Last());
    }

    [Fact]
    public void Sentences_about_one_thing_and_another_are_two_kinds()
    {
        using var kept = new LoggedLines();
        using var factory = new LoggerFactory([kept]);
        var log = new RepeatedLines(factory, new SteppedClock()).CreateLogger("A");
        foreach (var id in new[] { "a", "b", "a" }) log.LogError("{Sentence}", $"Log {id} is damaged.");
        Assert.Equal(["Error Log a is damaged. ", "Error Log b is damaged. "], kept.All);
    }

    /// <summary>As they go over the line, in Latin 1: a byte is a character.</summary>
    private static IEnumerable<string> Requests(string host)
    {
        string Get(string path, string headers = "") => $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n";
        string Post(string path, string body, string headers = "Content-Type: application/json\r\n") =>
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";
        yield return Get("/\u00ff\u00fe");
        yield return Get("/api/teleconferences/%ff%fe/public");
        yield return Get("/api/teleconferences/%00/public");
        yield return Get("/watch/%c3%28");
        yield return Get("/assets/" + new string('a', 3000));
        yield return Get("/assets/..%2f..%2fappsettings.json");
        yield return Get("/none", "X-Odd: \u0001\r\n");
        yield return Get("/none", "Cookie: industrialmap=\u00ff\u00fe; lang=\u00c3\u0028\r\n");
        yield return Get("/none", "Accept-Language: \u00ff;q=x\r\nIf-None-Match: \u00ff\r\n");
        yield return Get("/none", "no colon\r\n");
        yield return Get($"/api/teleconferences/{Id}/log?after=%ff");
        yield return Get("/hub?id=none");
        yield return Get("/hub", "Upgrade: websocket\r\nSec-WebSocket-Version: 1\r\n");
        yield return Get("/hub/negotiate");
        yield return Post("/hub?id=none", "x");
        yield return Post($"/api/teleconferences/{Id}/commands", "{}", "Content-Type: application/json; charset=bogus\r\n");
        yield return Post($"/api/teleconferences/{Id}/commands", "\u00ff", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n");
        yield return Post("/api/sign-in", "{\"token\":null}");
        yield return Post("/api/sign-in", "{\"token\":\"\\ud800\"}");
        yield return Post("/api/sign-in", "{}", "Content-Type: \u00ff\u00fe\r\n");
        yield return $"POST /api/sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
        yield return $"POST /api/sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: -5\r\n\r\n";
        yield return $"GET / HTTP/1.1\r\n\r\n";
        yield return "HELO there\r\n\r\n";
    }

    private static async Task<int> Raw(Uri origin, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(origin.Host, origin.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var first = await reader.ReadLineAsync().WaitAsync(Until.Patience);
        return int.Parse(first!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Says something and hangs up, and waits until the server has, too.</summary>
    private static async Task SayToHub(Uri origin, string message, bool shakesHands = true)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(origin) { Scheme = "ws", Path = "/hub" }.Uri, default);
        if (shakesHands) await Send("""{"protocol":"json","version":1}""");
        await Send(message);
        using var enough = new CancellationTokenSource(Until.Patience);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, enough.Token);
            while ((await socket.ReceiveAsync(new byte[4096], enough.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Closed without a goodbye.
        }

        Task Send(string words) => socket.SendAsync(Encoding.UTF8.GetBytes(words + "\u001e"), WebSocketMessageType.Text, true, default);
    }

    private sealed class SteppedClock : TimeProvider
    {
        private TimeSpan ahead;

        internal void Step(TimeSpan by) => ahead += by;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(ahead.TotalSeconds * TimestampFrequency);
    }
}
