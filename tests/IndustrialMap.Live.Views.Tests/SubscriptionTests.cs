using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views.Tests;

public class SubscriptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_new_reader_gets_the_whole_view_and_then_each_update_without_a_gap()
    {
        await using var show = new Show();
        await using var reader = Read(show.Feed.Control, null);
        var view = (await reader.Next()).View!;
        Play(show);
        for (var seq = view.Seq; seq < show.State.Seq;)
        {
            var update = (await reader.Next()).Update!;
            Assert.Equal(seq, update.From);
            seq = update.To;
        }
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_what_it_missed_and_nothing_else()
    {
        await using var show = new Show();
        var before = show.Place;
        Play(show);
        await using var reader = Read(show.Feed.Control, before);
        var first = await reader.Next();
        Assert.Null(first.View);
        Assert.Equal(before, new Place(first.Update!.From, first.Update.FromSeal));
    }

    [Fact]
    public async Task A_reader_whose_place_is_not_kept_any_more_gets_the_whole_view()
    {
        await using var show = new Show();
        Play(show);
        await using var reader = Read(show.Feed.Control, Show.PlaceOf(2));
        Assert.Equal(show.State.Seq, (await reader.Next()).View!.Seq);
    }

    [Fact]
    public async Task A_reader_who_followed_another_log_gets_the_whole_view_of_this_one()
    {
        await using var show = new Show();
        var other = Show.PlaceOf(show.State.Seq, log: 1);
        Play(show);
        await using var behind = Read(show.Feed.Control, other);
        await using var level = Read(show.Feed.Control, Show.PlaceOf(show.State.Seq, log: 1));
        await using var ahead = Read(show.Feed.Control, Show.PlaceOf(200, log: 1));
        foreach (var reader in new[] { behind, level, ahead }) Assert.Equal(show.Place, (await reader.Next()).View!.Place);
    }

    [Fact]
    public async Task A_heartbeat_says_the_place_that_its_reader_is_at_and_what_keeps_the_server_from_taking_commands()
    {
        await using var show = new Show();
        await using var reader = Read(show.Feed.Control, show.Place, heartbeats: true);
        show.Feed.SendHeartbeat(new(Trouble.JournalLost));
        Heartbeat heartbeat;
        do heartbeat = (await reader.Next()).Heartbeat!; while (heartbeat.Trouble is null);
        Assert.Equal((show.Place, Trouble.JournalLost), (new Place(heartbeat.Seq, heartbeat.Seal), heartbeat.Trouble));
    }

    [Fact]
    public async Task A_command_that_found_nothing_to_do_is_no_line_of_the_control_rooms_log()
    {
        await using var show = new Show();
        show.Send(new Start(), Show.Anna);
        var rows = show.Feed.ControlView.Log.Count;
        var cans = show.State.Plan!.Launches.Single(launch => launch.Site == "shymkent").Id;
        show.Send(new CallLaunch(cans), Show.Anna);
        show.Send(new CallLaunch(cans), Show.Berik);
        Assert.Equal(rows + 1, show.Feed.ControlView.Log.Count);
        Assert.Equal(show.Place, show.Feed.ControlView.Place);
    }

    [Fact]
    public async Task A_sites_reader_sees_its_own_launches_alone()
    {
        await using var show = new Show();
        await using var reader = Read(show.Feed.Site("shymkent"), null);
        var view = (await reader.Next()).View!;
        Assert.All(view.Launches, launch => Assert.Equal("shymkent", launch.SiteId));
        Assert.Equal("shymkent", view.Site.Id);
    }

    [Fact]
    public async Task A_viewer_who_was_away_gets_the_newest_view_alone()
    {
        await using var show = new Show();
        await using var reader = Read(show.Feed.Public, null);
        await reader.Next();
        Play(show);
        PublicView view;
        do view = (await reader.Next()).View!; while (view.Totals.Today.Projects == 0);
        Assert.Equal(ViewBuilder.Totals(show.State).Today, view.Totals.Today);
    }

    [Fact]
    public async Task An_update_laid_on_the_view_before_it_gives_the_view_after_it()
    {
        await using var show = new Show();
        var before = show.Feed.ControlView;
        show.Send(new Start(), Show.Anna);
        var after = show.Feed.ControlView;
        var update = ControlView.Between(before, after);
        Assert.Equal((before.Seq, after.Seq), (update.From, update.To));
        Assert.Equal(after.Header, update.Header);
        Assert.Null(update.Sites);
        Assert.Null(update.Launches);
        Assert.Equal(after.Segments[0], Assert.Single(update.Segments!));
        Assert.Equal([2L, 3L], update.Log!.Select(row => row.Id));
    }

    private static void Play(Show show)
    {
        show.Send(new Start(), Show.Anna);
        show.Send(new ReportReadiness("shymkent", ReadinessItem.Picture, true), Show.Shymkent);
        var cans = show.State.Plan!.Launches.Single(launch => launch.Site == "shymkent").Id;
        show.Send(new CallLaunch(cans), Show.Anna);
        show.Send(new ConfirmLaunch(cans), Show.Shymkent);
        Assert.Equal(1, show.State.Totals.Today.Projects);
    }

    private static Reader<T> Read<T>(ViewChannel<T> channel, Place? after, bool heartbeats = false) => new(channel, after, heartbeats);

    /// <summary>Reads views and updates, passing over heartbeats, or heartbeats alone.</summary>
    private sealed class Reader<T> : IAsyncDisposable
    {
        private readonly CancellationTokenSource gone = new();
        private readonly IAsyncEnumerator<(Place? Place, T Message)> messages;

        private readonly bool heartbeats;

        public Reader(ViewChannel<T> channel, Place? after, bool heartbeats) =>
            (messages, this.heartbeats) = (channel.Subscribe(after, gone.Token).GetAsyncEnumerator(), heartbeats);

        public async Task<T> Next()
        {
            do Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(Patience));
            while (messages.Current.Place is null != heartbeats);
            return messages.Current.Message;
        }

        public async ValueTask DisposeAsync()
        {
            await gone.CancelAsync();
            await messages.DisposeAsync();
            gone.Dispose();
        }
    }
}
