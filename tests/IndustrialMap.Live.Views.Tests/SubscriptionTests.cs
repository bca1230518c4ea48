using IndustrialMap.Live.Domain;

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
        var before = show.State.Seq;
        Play(show);
        await using var reader = Read(show.Feed.Control, before);
        var first = await reader.Next();
        Assert.Null(first.View);
        Assert.Equal(before, first.Update!.From);
    }

    [Fact]
    public async Task A_reader_whose_place_is_not_kept_any_more_gets_the_whole_view()
    {
        await using var show = new Show();
        Play(show);
        await using var reader = Read(show.Feed.Control, 2);
        Assert.Equal(show.State.Seq, (await reader.Next()).View!.Seq);
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

    private static Reader<T> Read<T>(ViewChannel<T> audience, long? after) => new(audience, after);

    /// <summary>Reads views and updates, passing over beats.</summary>
    private sealed class Reader<T> : IAsyncDisposable
    {
        private readonly CancellationTokenSource gone = new();
        private readonly IAsyncEnumerator<(long? Seq, T Message)> messages;

        public Reader(ViewChannel<T> audience, long? after) => messages = audience.Subscribe(after, gone.Token).GetAsyncEnumerator();

        public async Task<T> Next()
        {
            do Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(Patience));
            while (messages.Current.Seq is null);
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
