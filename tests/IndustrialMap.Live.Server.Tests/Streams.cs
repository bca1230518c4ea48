namespace IndustrialMap.Live.Server.Tests;

/// <summary>Server-sent events: a view first, then updates without a gap, and a beat each second.</summary>
public class Streams
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Updates_follow_the_view_without_a_gap_and_lead_to_the_view_that_is_asked_for_over_a_random_show()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var coordinator = await show.Coordinator(Show.CansSite);
        await using var controlEvents = await show.Operator.Follow(Id, "control");
        await using var siteEvents = await coordinator.Follow(Id, $"sites/{Show.CansSite}");
        var control = (await controlEvents.NextChange()).As<ControlView>();
        var site = (await siteEvents.NextChange()).As<SiteView>();

        await RandomPlay.Play(show, seed: 20211206, commands: 400);
        // The sites' own lines are counted a moment later.
        var last = (await console.Log(Id))[^1].Seq;

        while (control.Seq < last)
        {
            var message = await controlEvents.NextChange();
            control = control.Merged(message.As<ControlUpdate>());
            Assert.Equal(control.Place, message.Id);
        }
        while (site.Seq < last)
        {
            var message = await siteEvents.NextChange();
            site = site.Merged(message.As<SiteUpdate>());
            Assert.Equal(site.Place, message.Id);
        }
        Assert.Equal(Wire.Of(await show.Operator.Control(Id)), Wire.Of(control));
        Assert.Equal(Wire.Of(await coordinator.Site(Id, Show.CansSite)), Wire.Of(site));
    }

    [Theory]
    [InlineData("control")]
    [InlineData("sites/aktogay")]
    public async Task A_reader_that_comes_back_gets_exactly_what_it_has_missed(string what)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await using var whole = await show.Operator.Follow(Id, what);
        Message first = await whole.NextChange();
        Place held;
        await using (var cut = await show.Operator.Follow(Id, what))
        {
            await cut.NextChange();
            await show.Call(Show.Cans);
            held = (await cut.NextChange()).Id!;
        }
        for (var i = 0; i < 5; i++) await show.Operator.Give(Id, Press.Next(show.State));
        await show.Confirm(Show.Cans);
        var last = show.Place;

        List<Message> all = [first], missed = [];
        while (all[^1].Id != last) all.Add(await whole.NextChange());
        await using var back = await show.Operator.Follow(Id, what, held);
        while (missed.Count == 0 || missed[^1].Id != last) missed.Add(await back.NextChange());
        Assert.Equal(all.Where(message => message.Id!.Seq > held.Seq), missed);

        await using var nothingMissed = await show.Operator.Follow(Id, what, last);
        var beat = await nothingMissed.NextBeat();
        Assert.Equal(last, new Place(beat.Seq, beat.Seal));
    }

    [Theory]
    [InlineData("1-0123456789abcdef")]
    [InlineData("3-0123456789abcdef")]
    [InlineData("999999-0123456789abcdef")]
    public async Task A_reader_whose_place_is_not_kept_gets_the_whole_view(string after)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        // The site's audience is opened only now, so what happened before is not kept for it.
        await using var site = await show.Operator.Follow(Id, "sites/aktogay", Place.Parse(after));
        var message = await site.NextChange();
        Assert.Equal(("view", show.Place), (message.Type, message.Id));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("control")]
    [InlineData("sites/aktogay")]
    public async Task A_beat_comes_each_second_with_the_readers_seq_and_the_servers_time(string what)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        await using var events = await operator_.Follow(Id, what);
        var view = await events.NextChange();
        // The first one comes at once.
        await events.NextBeat();
        var beats = new List<Heartbeat>();
        while (beats.Count < 4) beats.Add(await events.NextBeat());

        Assert.All(beats, beat => Assert.Equal(view.Id, new Place(beat.Seq, beat.Seal)));
        Assert.InRange(DateTimeOffset.UtcNow - beats[^1].At, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange((beats[^1].At - beats[0].At) / 3, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Viewers_get_at_most_five_views_a_second_under_a_storm_and_the_last_is_the_newest_state()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var viewer = console.Viewer();
        await using var events = await viewer.Follow(Id, "public");
        var arrivals = new List<(DateTime At, PublicView View)>();
        var reading = Task.Run(async () =>
        {
            while (arrivals.Count == 0 || arrivals[^1].View.Header.Phase != Phase.Ended)
            {
                var message = await events.NextChange();
                Assert.Equal("view", message.Type);
                arrivals.Add((DateTime.UtcNow, message.As<PublicView>()));
            }
        });
        var until = DateTime.UtcNow.AddSeconds(3);
        var commands = 0;
        for (; DateTime.UtcNow < until; commands += 2)
        {
            await show.Call(Show.Cans);
            await show.Confirm(Show.Cans);
            await show.Operator.Give(Id, new RetractConfirmation(Show.Cans, "Again"));
        }
        await show.Operator.Give(Id, Press.End(show.State));
        await reading.WaitAsync(Until.Patience);

        var took = arrivals[^1].At - arrivals[0].At;
        Assert.True(arrivals.Count <= 2 + (took.TotalSeconds * 5), $"{arrivals.Count} views in {took}");
        Assert.True(arrivals.Count < commands, $"{arrivals.Count} views, {commands} commands: no storm.");
        Assert.Equal(Wire.Of(await viewer.Public(Id)), Wire.Of(arrivals[^1].View));
    }

    [Fact]
    public async Task A_late_joiner_and_a_slow_reader_end_with_the_view_that_is_asked_for()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await using var slow = await show.Operator.Follow(Id, "control");
        var held = (await slow.NextChange()).As<ControlView>();
        var coordinator = await show.Coordinator(Show.CansSite);
        // More than the feed keeps for readers that come back: the slow one has nobody who queues for it.
        for (var i = 0; i < 40; i++)
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => coordinator.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true))));
        var last = show.State.Seq;

        while (held.Seq < last)
        {
            var message = await slow.NextChange();
            held = message.Type == "view" ? message.As<ControlView>() : held.Merged(message.As<ControlUpdate>());
        }
        await using var late = await show.Operator.Follow(Id, "control");
        var asked = Wire.Of(await show.Operator.Control(Id));
        Assert.Equal(asked, Wire.Of((await late.NextChange()).As<ControlView>()));
        Assert.Equal(asked, Wire.Of(held));
    }
}
