using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>How long a site's line may be gone before that is news: 2 seconds, by a clock that the test moves.</summary>
public class SiteLineGrace
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2), Moment = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_line_back_just_within_the_grace_was_never_lost()
    {
        await using var console = await RunningConsole.Start();
        var (host, lines) = Lines(console);
        var reload = lines.Up(host, Show.CansSite);
        await Until.True(() => Connected(host) == true, "the line is up");

        reload.Dispose();
        clock.Advance(Grace - Moment);
        await host.CatchUp();
        Assert.True(Connected(host));
        using var back = lines.Up(host, Show.CansSite);
        clock.Advance(Grace);
        await host.CatchUp();

        Assert.Equal(["site_connected"], await News(console));
    }

    [Fact]
    public async Task A_line_that_stays_away_for_the_grace_is_lost()
    {
        await using var console = await RunningConsole.Start();
        var (host, lines) = Lines(console);
        var gone = lines.Up(host, Show.CansSite);
        await Until.True(() => Connected(host) == true, "the line is up");

        gone.Dispose();
        clock.Advance(Grace);

        await Until.True(() => Connected(host) == false, "the line is lost");
        Assert.Equal(["site_connected", "site_disconnected"], await News(console));
    }

    private (LiveTeleconference Host, SiteLines Lines) Lines(RunningConsole console) =>
        (console.Host(RunningConsole.Map2021), new SiteLines(clock, NullLogger<SiteLines>.Instance));

    private static bool? Connected(LiveTeleconference host) => host.State.Site(Show.CansSite)!.Connected;

    private static async Task<IEnumerable<string?>> News(RunningConsole console) =>
        from logged in await console.Log(RunningConsole.Map2021)
        let type = logged.Event.GetProperty("type").GetString()
        where type is "site_connected" or "site_disconnected"
        select type;
}
