namespace IndustrialMap.Live.Server.Tests;

/// <summary>The hub streams the same as server-sent events.</summary>
public class HubStreams
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task The_hub_streams_what_the_events_stream()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Coordinator(Show.CansSite);
        var hub = await show.Operator.Hub();
        await using var events = await show.Operator.Follow(Id, "control");
        await using var messages = hub.Control(Id).GetAsyncEnumerator();
        var overHttp = (await events.NextChange()).As<ControlView>();
        var overHub = (await NextChange(messages)).View!;
        Assert.Equal(Wire.Of(overHttp), Wire.Of(overHub));

        await RandomPlay.Play(show, seed: 7, commands: 100);
        var last = show.State.Seq;
        while (overHttp.Seq < last) overHttp = overHttp.Merged((await events.NextChange()).As<ControlUpdate>());
        while (overHub.Seq < last) overHub = overHub.Merged((await NextChange(messages)).Update!);
        Assert.Equal(Wire.Of(overHttp), Wire.Of(overHub));
        Assert.Equal(Wire.Of(await show.Operator.Control(Id)), Wire.Of(overHub));
    }

    [Fact]
    public async Task A_line_that_comes_back_goes_on_from_the_seq_it_holds()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var coordinator = await show.Coordinator(Show.CansSite);
        var hub = await coordinator.Hub();
        SiteView held;
        await using (var messages = hub.Site(Id, Show.CansSite).GetAsyncEnumerator()) held = (await NextChange(messages)).View!;
        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);
        var last = show.State.Seq;

        await using var back = (await coordinator.Hub()).Site(Id, Show.CansSite, held.Place).GetAsyncEnumerator();
        while (held.Seq < last) held = held.Merged((await NextChange(back)).Update!);
        Assert.Equal(LaunchState.Confirmed, Assert.Single(held.Launches).State);
    }

    [Fact]
    public async Task One_line_follows_many_streams_and_still_sends_commands()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var hub = await show.Operator.Hub();
        var streams = show.State.Sites.Select(site => hub.Site(Id, site.Id).GetAsyncEnumerator()).ToArray();
        foreach (var stream in streams) Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Until.Patience));
        Assert.Null((await hub.Send(Id, new CallLaunch(Show.Cans))).Refusal);
        foreach (var stream in streams)
        {
            Assert.Equal(show.State.Seq, (await NextChange(stream)).Update!.To);
            await stream.DisposeAsync();
        }
    }

    private static async Task<ControlMessage> NextChange(IAsyncEnumerator<ControlMessage> messages)
    {
        do Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(Until.Patience));
        while (messages.Current.Heartbeat is not null);
        return messages.Current;
    }

    private static async Task<SiteMessage> NextChange(IAsyncEnumerator<SiteMessage> messages)
    {
        do Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(Until.Patience));
        while (messages.Current.Heartbeat is not null);
        return messages.Current;
    }
}
