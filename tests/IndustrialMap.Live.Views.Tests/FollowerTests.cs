using System.Security.Cryptography;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.PlanFiles;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Views.Tests;

public sealed class FollowerTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Source source = new();
    private readonly TeleconferenceFollower follower;

    public FollowerTests() => follower = new("show", source, TimeProvider.System);

    [Fact]
    public async Task What_was_in_the_log_when_it_was_asked_for_is_followed()
    {
        source.Report(10);
        await follower.Fresh();
        Assert.Equal(source.Place, follower.Place);
        Assert.Equal(source.Place, follower.Views.ControlView.Place);
        source.Report(1);
        await follower.Fresh();
        Assert.Equal(source.Place, follower.Views.ControlView.Place);
    }

    [Fact]
    public async Task A_log_is_followed_to_its_end_however_many_answers_that_takes()
    {
        source.Report(2 * IEventSource.MaxEvents + 500);
        await follower.Fresh();
        Assert.Equal(source.Place, follower.Place);
    }

    [Fact]
    public async Task Many_who_ask_at_once_ask_the_source_twice_at_the_most()
    {
        source.Report(1);
        source.Gate = new();
        var first = follower.Fresh();
        await source.Asked(1);
        var others = Enumerable.Range(0, 100).Select(_ => follower.Fresh()).ToArray();
        Assert.All(others, other => Assert.False(other.IsCompleted));
        source.Report(1);
        source.Gate.SetResult();
        await Task.WhenAll([first, .. others]).WaitAsync(Patience);
        Assert.Equal((2, source.Place), (source.Questions, follower.Place));
    }

    [Fact]
    public async Task Every_place_of_the_log_is_known_and_no_other()
    {
        source.Report(50);
        await follower.Fresh();
        Assert.All(source.Events, one => Assert.True(follower.Has(one.Place)));
        Assert.True(follower.Has(Place.Start));
        foreach (var seq in new long[] { 1, 30, 51, 52, 5000 }) Assert.False(follower.Has(new(seq, new string('a', Place.SealDigits))));
    }

    [Fact]
    public async Task While_somebody_reads_events_come_by_themselves()
    {
        await follower.Fresh();
        follower.Follow();
        await using var reader = new PublicReader(follower);
        await reader.Next();
        source.Put(new TeleconferenceStarted(), new SegmentWentOnAir(source.State.Order.Segments[0].Id));
        PublicView view;
        do view = await reader.Next(); while (view.Seq < source.State.Seq);
        Assert.Equal(Phase.Live, view.Header.Phase);
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_again_and_the_picture_tells_its_age_meanwhile()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2021, 9, 28, 5, 0, 0, TimeSpan.Zero));
        source.Clock = clock;
        await using var follower = new TeleconferenceFollower("show", source, clock);
        await follower.Fresh();
        follower.Follow();
        await using var reader = new PublicReader(follower);
        await reader.Next();
        var heard = follower.HeardAt;
        source.Fails = true;
        clock.Advance(TeleconferenceFollower.Silence + TimeSpan.FromSeconds(1));
        // A question that was under way may still have been answered before.
        await Until(() => follower.IsSilent || Advanced());
        Assert.True(follower.HeardAt < clock.GetUtcNow() - TeleconferenceFollower.Silence);
        Assert.True(follower.HeardAt >= heard);
        source.Fails = false;
        source.Report(1);
        await Until(() => follower.Place == source.Place);
        Assert.False(follower.IsSilent);

        bool Advanced()
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return false;
        }
    }

    /// <summary>A backup was restored: the same show, another log.</summary>
    [Fact]
    public async Task Another_log_is_followed_from_its_start_and_shown_whole_also_with_a_smaller_seq()
    {
        source.Report(20);
        await follower.Fresh();
        var before = follower.Place;
        await using var reader = new PublicReader(follower);
        await reader.Next();
        source.Restore(log: 1);
        source.Put(new TeleconferenceStarted(), new SegmentWentOnAir(source.State.Order.Segments[0].Id));
        await follower.ReadOnTo(before);
        Assert.Equal(source.Place, follower.Place);
        Assert.False(follower.Has(before));
        var view = follower.Views.ControlView;
        Assert.Equal((source.Place, Phase.Live), (view.Place, view.Header.Phase));
        Assert.Equal(source.State.Seq, view.Log[^1].Id);
        Assert.False(follower.Views.Control.Knows(before));
        PublicView shown;
        do shown = await reader.Next(); while (shown.Place != source.Place);
    }

    /// <summary>This server's clock and the ledger's are of two machines.</summary>
    [Theory]
    [InlineData(1.5, false)]
    [InlineData(-1.5, false)]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    public async Task Screens_are_told_the_time_of_the_source_and_the_server_how_far_its_own_is_from_it(double ahead, bool apart)
    {
        source.Stopped = DateTimeOffset.UtcNow.AddSeconds(-ahead);
        await follower.Fresh();
        follower.Views.SendHeartbeat(ServerCondition.Good);
        await using var messages = follower.Views.Control.Subscribe(null, default).GetAsyncEnumerator();
        do await messages.MoveNextAsync(); while (messages.Current.Message.Heartbeat is null);
        var beat = messages.Current.Message.Heartbeat!;
        Assert.InRange(beat.At - source.Now, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(source.Now, beat.HeardAt);
        Assert.Equal(source.Now, follower.HeardAt);
        Assert.Equal(apart, follower.ClockApart is not null);
        if (follower.ClockApart is { } seconds) Assert.InRange(seconds.TotalSeconds, ahead - 0.5, ahead + 0.5);
    }

    /// <summary>The server was looked at a moment before the beat is made.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(2.1, Trouble.LedgerSilent)]
    public async Task A_beat_says_that_the_ledger_is_silent_only_if_it_was_by_the_age_that_it_says(double seconds, Trouble? said)
    {
        var clock = new FakeTimeProvider();
        await using var quiet = new TeleconferenceFollower("show", source, clock);
        source.Report(1);
        await quiet.Fresh();
        clock.Advance(TimeSpan.FromSeconds(seconds));
        quiet.Views.SendHeartbeat(new(Trouble.LedgerSilent));
        await using var messages = quiet.Views.Control.Subscribe(null, default).GetAsyncEnumerator();
        do await messages.MoveNextAsync(); while (messages.Current.Message.Heartbeat is null);
        var beat = messages.Current.Message.Heartbeat!;
        Assert.Equal((TimeSpan.FromSeconds(seconds), said), (beat.At - beat.HeardAt, beat.Trouble));
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(20, patience.Token);
    }

    public ValueTask DisposeAsync() => follower.DisposeAsync();

    private sealed class PublicReader(TeleconferenceFollower follower) : IAsyncDisposable
    {
        private readonly CancellationTokenSource gone = new();
        private IAsyncEnumerator<(Place? Place, PublicMessage Message)>? messages;

        internal async Task<PublicView> Next()
        {
            messages ??= follower.Views.Public.Subscribe(null, gone.Token).GetAsyncEnumerator();
            do Assert.True(await messages.MoveNextAsync().AsTask().WaitAsync(Patience)); while (messages.Current.Message.View is null);
            return messages.Current.Message.View;
        }

        public async ValueTask DisposeAsync()
        {
            await gone.CancelAsync();
            if (messages is not null) await messages.DisposeAsync();
            gone.Dispose();
        }
    }

    /// <summary>A log in memory, that can be another one, fail, and keep an answer back.</summary>
    private sealed class Source : IEventSource
    {
        private static readonly Actor Shymkent = new(Role.Coordinator, "Shymkent", "shymkent");
        private readonly Lock gate = new();
        private byte log;
        private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Source() => Restore(log: 0);

        internal List<FollowedEvent> Events { get; private set; } = [];
        internal Teleconference State { get; private set; } = Teleconference.Initial;
        internal Place Place => Events[^1].Place;
        internal int Questions { get; private set; }
        internal bool Fails { get; set; }
        internal TaskCompletionSource? Gate { get; set; }

        internal void Restore(byte log)
        {
            lock (gate) (this.log, Events, State) = (log, [], Teleconference.Initial);
            Put(Teleconference.Drafted(BuiltInPlans.All.Single(plan => plan.Id == "2021-industrialization-map")));
        }

        internal void Report(int times)
        {
            for (var i = 0; i < times; i++) Put(new ReadinessReported("shymkent", ReadinessItem.Sound, i % 2 == 0));
        }

        internal void Put(params TeleconferenceEvent[] events)
        {
            lock (gate)
            {
                foreach (var one in events)
                {
                    var envelope = new EventEnvelope(State.Seq + 1, DateTimeOffset.UnixEpoch, Shymkent, one);
                    State = State.Apply(envelope);
                    Events.Add(new(envelope, SHA256.HashData([log, .. BitConverter.GetBytes(State.Seq)])));
                }
                arrived.TrySetResult();
                arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        internal async Task Asked(int times)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (Questions < times) await Task.Delay(5, patience.Token);
        }

        /// <summary>Its time.</summary>
        internal DateTimeOffset Now => Stopped ?? Clock.GetUtcNow();

        internal TimeProvider Clock { get; set; } = TimeProvider.System;

        internal DateTimeOffset? Stopped { get; set; }

        public async Task<FollowedEvents> After(Place cursor, TimeSpan wait)
        {
            Task news;
            lock (gate)
            {
                Questions++;
                news = arrived.Task;
            }
            if (Fails) throw new TimeoutException();
            var answer = Answer(cursor);
            if (Gate is { } kept) await kept.Task;
            if (answer is not []) return new(answer, Now);
            if (wait > TimeSpan.Zero) await news.WaitAsync(wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Fails ? throw new TimeoutException() : new(Answer(cursor), Now);
        }

        private FollowedEvent[]? Answer(Place cursor)
        {
            lock (gate)
            {
                var known = cursor == Place.Start || (cursor.Seq <= Events.Count && Events[(int)cursor.Seq - 1].Place == cursor);
                return known ? Events.Skip((int)cursor.Seq).Take(IEventSource.MaxEvents).ToArray() : null;
            }
        }
    }
}
