using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The server is told to stop while commands are under way.</summary>
public class Shutdown
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Whoever_was_answered_before_the_stop_is_in_the_log_once_and_nobody_waits_forever()
    {
        using var data = new DataFolder();
        var answered = new ConcurrentDictionary<string, long>();
        await using (var console = await RunningConsole.Start(data))
        {
            var coordinator = await console.Coordinator(Id, Show.CansSite);
            var hubs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => coordinator.Hub()));
            var senders = Enumerable.Range(0, 12).Select(async i =>
            {
                while (await Answer(i < 8 ? ByHttp(coordinator) : ByHub(hubs[i - 8])) is { } answer) answered[answer.CommandId] = answer.Seq;
            }).ToArray();
            await using var events = await coordinator.Follow(Id, $"sites/{Show.CansSite}");
            await Until.True(() => answered.Count > 200, "commands are under way");
            await console.Stop();
            await Task.WhenAll(senders).WaitAsync(Until.Patience);
        }

        await using var again = await RunningConsole.Start(data);
        var stored = (await again.Log(Id)).ToLookup(logged => logged.CommandId, logged => logged.Seq);
        Assert.All(answered, command => Assert.Equal(command.Value, Assert.Single(stored[command.Key])));
    }

    [Fact]
    public async Task Streams_end_at_once_when_the_server_stops()
    {
        await using var console = await RunningConsole.Start();
        await using var events = await console.Viewer().Follow(Id, "public");
        await events.NextChange();
        var since = DateTime.UtcNow;
        var ended = events.ToEnd();
        await console.Stop();
        await ended;
        Assert.InRange(DateTime.UtcNow - since, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static ReportReadiness Report => new(Show.CansSite, ReadinessItem.Sound, true);

    private static async Task<CommandAnswer?> ByHttp(Person person) =>
        await person.Send(Id, Report) is { Status: HttpStatusCode.OK } reply ? reply.Answer : null;

    private static async Task<CommandAnswer?> ByHub(HubLine hub) => await hub.Send(Id, Report);

    /// <summary>Null once the server answers with an error, or not at all.</summary>
    private static async Task<CommandAnswer?> Answer(Task<CommandAnswer?> sent)
    {
        try
        {
            return await sent.WaitAsync(Until.Patience);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or HubException or InvalidOperationException or OperationCanceledException or System.Net.WebSockets.WebSocketException)
        {
            return null;
        }
    }
}
