using System.Net;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The newest seal is public, and a log that does not hold what it was sealed with is shown as such and stops nothing else.</summary>
public class Seals
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Everybody_can_read_the_newest_seal_and_it_grows_with_the_log()
    {
        await using var console = await RunningConsole.Start();
        var viewer = console.Viewer();
        var before = await viewer.Read<LogSeal>($"/api/teleconferences/{Id}/seal");
        await Show.Live(console);
        var after = await viewer.Read<LogSeal>($"/api/teleconferences/{Id}/seal");
        Assert.Equal((1, 3), (before.Seq, after.Seq));
        Assert.Matches("^[0-9a-f]{64}$", after.Hash);
        var view = await viewer.Public(Id);
        Assert.Equal((after.Seq, after.Hash[..16]), (view.Seq, view.Seal));
    }

    [Fact]
    public async Task One_log_that_cannot_be_read_is_shown_by_name_and_stops_nothing_else()
    {
        await using var console = await RunningConsole.Start();
        await Show.Live(console);
        await console.Restart(folder => Sqlite.Change(folder, $"UPDATE events SET data = CAST(replace(CAST(data AS TEXT), 'opening', 'closing') AS BLOB) WHERE stream = '{Id}' AND seq = 3"));

        var operator_ = await console.Operator();
        var shown = Assert.Single(await operator_.Read<List<UnreadableRow>>("/api/unreadable-logs"));
        Assert.Equal(Id, shown.Id);
        Assert.Contains("event 3", shown.Sentence);
        Assert.Null(Assert.Single(await console.Viewer().Read<List<UnreadableRow>>("/api/unreadable-logs")).Sentence);
        Assert.DoesNotContain(await operator_.Read<List<TeleconferenceRow>>("/api/teleconferences"), row => row.Id == Id);

        foreach (var what in new[] { "public", "control", "seal", "log", "script" })
        {
            var reply = await operator_.Get($"/api/teleconferences/{Id}/{what}");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "log_unreadable"), (reply.Status, reply.Code));
        }
        Assert.Equal("log_unreadable", (await operator_.Send(Id, new Back(3))).Code);
        Assert.Equal(HttpStatusCode.OK, (await console.Viewer().Get($"/watch/{RunningConsole.Show2017}")).Status);
        await operator_.Give(RunningConsole.Show2017, new Start());
        Assert.Equal(HttpStatusCode.OK, (await operator_.Get("/health/ready")).Status);
    }
}
