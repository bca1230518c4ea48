using System.Text.Json;
using IndustrialMap.Live.Domain.Tests.RandomShows;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Domain's lines of "What always holds" in the design, each on random shows. The last line is the views' own.</summary>
public class WhatAlwaysHolds
{
    [Fact]
    public void Totals_equal_the_sum_over_confirmed_launches_recomputed_from_nothing_after_every_event() =>
        RandomShow.ForAll(show =>
        {
            for (var i = 0; i < show.Log.Count; i++)
                Assert.Equal(Recount.Of(show.Plan, show.Log.Take(i + 1)), Recount.Lines(show.States[i].Totals));
        });

    [Fact]
    public void A_launch_counts_once_whatever_is_sent_twice_late_or_at_the_same_time() => RandomShow.ForAll(show =>
    {
        var counted = show.Plan.Launches.ToDictionary(launch => launch.Id, _ => 0);
        foreach (var envelope in show.Log)
        {
            if (envelope.Event is LaunchConfirmed yes) Assert.Equal(1, ++counted[yes.LaunchId]);
            if (envelope.Event is ConfirmationRetracted no) Assert.Equal(0, --counted[no.LaunchId]);
        }
        Assert.Equal(counted.Values.Sum(), show.State.Totals.Today.Projects);

        foreach (var turn in show.Turns)
        {
            if (turn.Again || turn.Command is not ConfirmLaunch confirm) continue;
            Assert.Empty(turn.After.Decide(confirm, turn.By).Events.OfType<LaunchConfirmed>());
            if (confirm.Attempt is { } attempt && attempt != turn.Before.Launch(confirm.LaunchId)?.Attempt)
                Assert.Empty(turn.Decision.Events.OfType<LaunchConfirmed>());
        }
    });

    [Fact]
    public void At_most_one_segment_is_on_air() => RandomShow.ForAll(show =>
    {
        foreach (var state in show.States)
        {
            var onAir = state.Order.Segments.Where(segment => segment is { StartedAt: not null, EndedAt: null }).ToArray();
            Assert.Equal(onAir.SingleOrDefault()?.Id, state.Order.OnAirId);
        }
        foreach (var turn in show.Turns) Assert.Equal(turn.After.Phase == Phase.Live, turn.After.Order.OnAir is not null);
    });

    [Fact]
    public void Only_the_sites_own_coordinator_or_an_operator_with_a_reason_confirms_and_only_what_was_called() =>
        RandomShow.ForAll(show =>
        {
            var open = new HashSet<string>();
            foreach (var envelope in show.Log)
            {
                if (envelope.Event is LaunchCalled called) open.Add(called.LaunchId);
                if (envelope.Event is ConfirmationRetracted retracted) open.Add(retracted.LaunchId);
                if (envelope.Event is LaunchPostponed postponed) open.Remove(postponed.LaunchId);
                if (envelope.Event is CallTakenBack taken) open.Remove(taken.LaunchId);
                if (envelope.Event is not LaunchConfirmed confirmed) continue;

                Assert.True(open.Remove(confirmed.LaunchId), $"{confirmed.LaunchId} was confirmed without a call.");
                var site = show.Plan.Launches.Single(launch => launch.Id == confirmed.LaunchId).Site;
                if (envelope.Actor.Role == Role.Coordinator) Assert.Equal(site, envelope.Actor.SiteId);
                else Assert.Equal(Role.Operator, envelope.Actor.Role);
                Assert.Equal(envelope.Actor.Role == Role.Operator, !string.IsNullOrWhiteSpace(confirmed.Reason));
            }
        });

    [Fact]
    public void Two_operators_who_press_Next_at_once_advance_once() => RandomShow.ForAll(show =>
    {
        foreach (var state in show.States)
        {
            var press = Press.Next(state);
            var first = state.Decide(press, Show.OperatorA);
            var between = state;
            foreach (var what in first.Events) between = between.Apply(new(between.Seq + 1, show.Now, Show.OperatorA, what));
            var second = between.Decide(press, Show.OperatorB);

            if (first.Refusal is null)
            {
                Assert.Equal(state.Order.Next!.Id, between.Order.OnAirId);
                Assert.Equal(new Refusal(RefusalCode.OnAirMoved, between.Order.OnAirId, ChangedBy: between.Order.Step), second.Refusal);
            }
            else Assert.Equal(first.Refusal, second.Refusal);
        }
        foreach (var turn in show.Turns.Where(turn => turn.Command is Next && turn.Decision.Events.Count > 0))
        {
            Assert.Equal(((Next)turn.Command).Step, turn.Before.Order.Step);
            Assert.Equal(((Next)turn.Command).SegmentId, turn.After.Order.OnAirId);
            Assert.Equal(turn.Before.Order.Next!.Id, turn.After.Order.OnAirId);
        }
    });

    [Fact]
    public void Replaying_the_log_gives_the_same_state_byte_for_byte() => RandomShow.ForAll(show =>
    {
        var read = show.Log.Select(envelope =>
            JsonSerializer.Deserialize<EventEnvelope>(JsonSerializer.Serialize(envelope, DomainJson.Options), DomainJson.Options)!);
        var played = Bytes(show.State);
        Assert.Equal(played, Bytes(Fold(show.Log)));
        Assert.Equal(played, Bytes(Fold(show.Log)));
        Assert.Equal(played, Bytes(Fold(read)));
    });

    [Fact]
    public void What_was_accepted_under_an_id_is_done_once_and_answered_the_same_ever_after() => RandomShow.ForAll(show =>
    {
        foreach (var turn in show.Turns.Where(turn => turn.Again))
        {
            var first = show.Turns.First(earlier => earlier.Id == turn.Id && IsAnswered(earlier));
            var same = (first.By.Role, first.By.SiteId) == (turn.By.Role, turn.By.SiteId);
            Assert.Same(turn.Before, turn.After);
            Assert.Equal(
                !same ? RefusalCode.NotAllowed : Show.Written(first.Command) == Show.Written(turn.Command) ? null : RefusalCode.CommandIdReused,
                turn.Decision.Refusal?.Code);
            Assert.Equal(first.After.Seq, show.Answered[turn.Id].Seq);
        }
        Assert.All(show.Turns.Where(IsAnswered).GroupBy(turn => turn.Id), done => Assert.Single(done));

        static bool IsAnswered(Turn turn) => turn.Decision.Refusal is null && turn.After.Seq > turn.Before.Seq;
    });

    [Fact]
    public void Every_length_leaves_out_what_the_servers_clock_was_set_by() => RandomShow.ForAllClocks((set, steady) =>
    {
        foreach (var (one, other) in set.Turns.Zip(steady.Turns).TakeWhile(pair => pair.First.After.Phase != Phase.Ended))
            Assert.Equal(Ages(other), Ages(one));
    });

    [Fact]
    public void A_command_that_found_nothing_to_do_changes_nothing_but_seq() => RandomShow.ForAll(show =>
    {
        for (var i = 1; i < show.Log.Count; i++)
            if (show.Log[i].Event is CommandAnswered)
                Assert.Equal(Bytes(show.States[i - 1] with { Seq = show.States[i].Seq }), Bytes(show.States[i]));
    });

    /// <summary>By its seq the ledger knows whether a launch or a site has decided on what still is.</summary>
    [Fact]
    public void A_slice_has_another_seq_whenever_it_is_another_and_is_never_ahead_of_its_log() => RandomShow.ForAll(show =>
    {
        for (var i = 1; i < show.States.Count; i++)
        {
            var (before, after) = (show.States[i - 1], show.States[i]);
            foreach (var launch in show.Plan.Launches) Moved(before.LaunchSlice(launch.Id)!, after.LaunchSlice(launch.Id)!, slice => slice.Seq);
            foreach (var site in show.Plan.Sites) Moved(before.SiteSlice(site.Id)!, after.SiteSlice(site.Id)!, slice => slice.Seq);

            void Moved<T>(T was, T now, Func<T, long> seq) where T : notnull
            {
                Assert.Equal(was.Equals(now), seq(was) == seq(now));
                Assert.InRange(seq(now), seq(was), after.Seq);
            }
        }
    });

    /// <summary>Whoever holds nothing but the slice decides as the whole show would.</summary>
    [Fact]
    public void A_launch_and_a_site_decide_on_their_slice_as_the_show_does() => RandomShow.ForAll(show =>
    {
        foreach (var turn in show.Turns.Where(turn => !turn.Again))
        {
            if (turn.Command is ILaunchCommand launch) Same(LaunchDecider.Decide(Carried(turn.Before.LaunchSlice(launch.LaunchId)), launch, turn.By));
            if (turn.Command is ISiteCommand site) Same(SiteDecider.Decide(Carried(turn.Before.SiteSlice(site.SiteId)), site, turn.By));

            void Same(Decision decision)
            {
                Assert.Equal(turn.Decision.Refusal, decision.Refusal);
                Assert.Equal(turn.Decision.Events, decision.Events);
            }
        }

        static T? Carried<T>(T? slice) => JsonSerializer.Deserialize<T?>(JsonSerializer.Serialize(slice, DomainJson.Options), DomainJson.Options);
    });

    [Fact]
    public void A_refused_command_does_nothing_and_a_sites_refused_word_is_told_once() => RandomShow.ForAll(show =>
    {
        foreach (var turn in show.Turns.Where(turn => turn.Decision.Refusal is not null))
        {
            var stored = show.Log.Skip((int)turn.Before.Seq).Take((int)(turn.After.Seq - turn.Before.Seq)).Select(envelope => envelope.Event);
            Assert.All(stored, what => Assert.IsType<ConfirmationRefused>(what));
            Assert.Equal(Bytes(turn.Before with { Seq = 0, Sites = [] }), Bytes(turn.After with { Seq = 0, Sites = [] }));
        }
        Assert.All(
            show.Turns.Where(turn => turn.Decision.Refusal is not null && turn.After.Seq > turn.Before.Seq).GroupBy(turn => turn.Id),
            told => Assert.Single(told));
    });

    /// <summary>Guards the tests above: random shows that never came to anything would prove nothing.</summary>
    [Fact]
    public void The_random_shows_meet_every_event_and_every_refusal()
    {
        var events = new HashSet<Type>();
        var refusals = new HashSet<RefusalCode>();
        RandomShow.ForAll(show =>
        {
            events.UnionWith(show.Log.Select(envelope => envelope.Event.GetType()));
            refusals.UnionWith(show.Turns.Where(turn => turn.Decision.Refusal is not null).Select(turn => turn.Decision.Refusal!.Code));
        }, seed: "2021,2017");
        RandomShow.ForAll(show =>
        {
            events.UnionWith(show.Log.Select(envelope => envelope.Event.GetType()));
            refusals.UnionWith(show.Turns.Where(turn => turn.Decision.Refusal is not null).Select(turn => turn.Decision.Refusal!.Code));
        }, seed: "2017,2021");

        Assert.Empty(EventTypes.All.Except(events));
        // That servers are being replaced is no rule of the show: whoever writes the log says so. Two thousand segments are no random show.
        Assert.Empty(Enum.GetValues<RefusalCode>().Except([RefusalCode.UpgradeUnderWay, RefusalCode.TooManySegments]).Except(refusals));
    }

    private static Teleconference Fold(IEnumerable<EventEnvelope> log) =>
        log.Aggregate(Teleconference.Initial, (state, envelope) => state.Apply(envelope));

    /// <summary>How long ago each time of the state was, whatever times it has.</summary>
    private static string[] Ages(Turn turn)
    {
        var json = JsonSerializer.SerializeToElement(turn.After with { Plan = null }, DomainJson.Options);
        return [.. Times("", json).Select(time => $"{time.Path}: {turn.Now - time.At}")];
    }

    private static IEnumerable<(string Path, DateTimeOffset At)> Times(string path, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Times($"{path}.{field.Name}", field.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => Times($"{path}[{i}]", item)),
        JsonValueKind.String when json.TryGetDateTimeOffset(out var at) => [(path, at)],
        _ => [],
    };

    private static byte[] Bytes(Teleconference state) => JsonSerializer.SerializeToUtf8Bytes(state, DomainJson.Options);
}
