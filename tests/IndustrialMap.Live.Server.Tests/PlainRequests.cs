using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>A line that carries no stream: who is on it asks each second, and sees and is seen as everybody else.</summary>
public class PlainRequests
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task The_whole_view_comes_first_then_what_has_changed_then_a_beat_alone()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var first = await Ask<ControlMessage>(show.Operator, "control", null);
        var view = first[0].View!;
        Assert.Equal((2, view.Seq), (first.Length, first[1].Heartbeat!.Seq));

        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);
        var news = await Ask<ControlMessage>(show.Operator, "control", view.Place);
        var merged = news[..^1].Aggregate(view, (held, message) => held.Merged(message.Update!));
        Assert.Equal(Wire.Of(await show.Operator.Control(Id)), Wire.Of(merged));

        var nothing = Assert.Single(await Ask<ControlMessage>(show.Operator, "control", merged.Place));
        Assert.Equal((merged.Seq, merged.Seal), (nothing.Heartbeat!.Seq, nothing.Heartbeat.Seal));
        Assert.InRange((nothing.Heartbeat.At - nothing.Heartbeat.HeardAt).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Viewers_get_the_whole_newest_view_or_a_beat_alone()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);
        PublicView? seen = null;
        await Until.True(
            async () => (seen = (await Ask<PublicMessage>(console.Viewer(), "public", null))[0].View)?.Totals.Today.Projects == 1, "the confirmation is seen");
        Assert.NotNull(Assert.Single(await Ask<PublicMessage>(console.Viewer(), "public", seen!.Place)).Heartbeat);
    }

    [Fact]
    public async Task A_place_that_this_log_does_not_have_gets_the_whole_view_and_what_is_no_place_too()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        foreach (var after in new[] { "3-0123456789abcdef", "99-0123456789abcdef", "nonsense" })
            Assert.NotNull((await Ask<ControlMessage>(show.Operator, "control", after))[0].View);
    }

    [Fact]
    public async Task Each_may_ask_for_what_it_may_follow_and_no_more_and_nothing_is_kept_on_the_way()
    {
        await using var console = await RunningConsole.Start();
        var (coordinator, viewer) = (await console.Coordinator(Id, Show.CansSite), console.Viewer());
        var other = (await (await console.Operator()).Control(Id)).Sites.First(site => site.Id != Show.CansSite).Id;
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Get(Path($"sites/{Show.CansSite}"))).Status);
        Assert.Equal("not_allowed", (await coordinator.Get(Path("control"))).Code);
        Assert.Equal("not_allowed", (await coordinator.Get(Path($"sites/{other}"))).Code);
        Assert.Equal("not_allowed", (await viewer.Get(Path($"sites/{Show.CansSite}"))).Code);
        Assert.Equal("unknown_site", (await (await console.Operator()).Get(Path("sites/nowhere"))).Code);
        var answer = await viewer.Http.GetAsync(Path("public"));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());

        await console.Get<Keepers>().InviteCoordinator(Id, Show.CansSite, "", new Actor(Role.Operator, "Anna"));
        Assert.Equal("not_allowed", (await coordinator.Get(Path($"sites/{Show.CansSite}"))).Code);
    }

    [Fact]
    public async Task A_coordinators_questions_bring_its_line_up_and_their_end_takes_it_down()
    {
        await using var console = await RunningConsole.Start();
        var coordinator = await console.Coordinator(Id, Show.CansSite);
        var operator_ = await console.Operator();
        await Until.True(async () =>
        {
            await Ask<SiteMessage>(operator_, $"sites/{Show.CansSite}", null);
            Assert.Null(console.Host(Id).State.Site(Show.CansSite)!.Connected);
            return true;
        }, "an operator's questions bring no line up");
        await Until.True(async () =>
        {
            await Ask<SiteMessage>(coordinator, $"sites/{Show.CansSite}", null);
            return console.Host(Id).State.Site(Show.CansSite)!.Connected == true;
        }, "the line is up");
        await Until.True(() => console.Host(Id).State.Site(Show.CansSite)!.Connected == false, "the line is down");
    }

    [Fact]
    public async Task Who_asks_each_second_counts_as_a_reader()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await Ask<ControlMessage>(show.Operator, "control", null);
        // With nobody there the ledger is asked each five seconds; more often only for readers.
        var heard = console.Get<Teleconferences>().Find(Id)!.HeardAt;
        await Until.True(() => console.Get<Teleconferences>().Find(Id)!.HeardAt - heard > TimeSpan.FromSeconds(2), "the ledger is followed");
        Assert.True(console.Get<Teleconferences>().Find(Id)!.HeardAt - heard < TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("control")]
    public async Task A_stream_asks_proxies_not_to_hold_it_back(string what)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        using var answer = await operator_.Http.GetAsync($"/api/teleconferences/{Id}/{what}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
    }

    private static string Path(string what) => $"/api/teleconferences/{Id}/{what}/messages";

    private static Task<T[]> Ask<T>(Person person, string what, object? after) =>
        person.Read<T[]>(after is null ? Path(what) : $"{Path(what)}?after={after}");
}
