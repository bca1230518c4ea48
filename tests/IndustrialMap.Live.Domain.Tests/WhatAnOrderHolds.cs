using System.Text.Json;
using IndustrialMap.Live.Domain.Tests.RandomShows;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>What always holds of a running order that two operators edit at once, each on random shows.</summary>
public class WhatAnOrderHolds
{
    [Fact]
    public void It_never_loses_or_doubles_a_segment() => RandomShow.ForAll(show =>
    {
        var there = show.Plan.Segments.Select(segment => segment.Id).ToHashSet();
        for (var i = 0; i < show.Log.Count; i++)
        {
            var what = show.Log[i].Event;
            if (what is SegmentInserted inserted) Assert.True(there.Add(inserted.Segment.Id));
            if (what is SegmentRemoved removed) Assert.True(there.Remove(removed.SegmentId));
            if (what is Undone { What: "segment_removed" } or Redone { What: "segment_inserted" }) Assert.True(there.Add(Segment(what)));
            if (what is Undone { What: "segment_inserted" } or Redone { What: "segment_removed" }) Assert.True(there.Remove(Segment(what)));
            var ids = show.States[i].Order.Segments.Select(segment => segment.Id).ToArray();
            Assert.Equal(there.Count, ids.Length);
            Assert.Equal(there, [.. ids]);
        }

        static string Segment(TeleconferenceEvent what) => what is Undone undone ? undone.SegmentId! : ((Redone)what).SegmentId!;
    });

    [Fact]
    public void Every_launch_stands_in_one_segment_at_most_and_in_none_of_another_site() => RandomShow.ForAll(show =>
    {
        foreach (var state in show.States)
        {
            var placed = state.Order.Segments.SelectMany(segment => segment.Plan.Launches, (segment, launch) => (segment, launch)).ToArray();
            Assert.Equal(placed.Length, placed.Select(pair => pair.launch).Distinct().Count());
            Assert.All(placed, pair => Assert.Contains(
                pair.segment.Plan.Site, new[] { null, show.Plan.Launches.Single(launch => launch.Id == pair.launch).Site }));
        }
    });

    [Fact]
    public void What_is_on_air_is_there_and_not_skipped_and_only_what_is_on_air_can_be_held() => RandomShow.ForAll(show =>
    {
        foreach (var order in show.States.Select(state => state.Order))
        {
            if (order.OnAirId is not null) Assert.False(order.Find(order.OnAirId)!.Skipped);
            else Assert.Null(order.HeldSince);
            Assert.All(order.Trail, aired => Assert.NotNull(order.Find(aired.Id)));
            if (!order.Trail.IsEmpty) Assert.NotEqual(order.OnAirId, order.Trail[^1].Id);
        }
    });

    /// <summary>So that a late press can never be taken for a new one.</summary>
    [Fact]
    public void Whatever_changes_what_is_on_air_is_a_step_of_its_own() => RandomShow.ForAll(show =>
    {
        foreach (var (before, after) in show.States.Zip(show.States.Skip(1)))
        {
            if ((before.Order.OnAirId, before.Order.HeldSince is null) != (after.Order.OnAirId, after.Order.HeldSince is null))
                Assert.Equal(after.Seq, after.Order.Step);
            if (!Ids(before).SequenceEqual(Ids(after))) Assert.Equal(after.Seq, after.Order.Version);
        }
    });

    [Fact]
    public void Nobody_leaves_a_segment_without_having_named_every_launch_that_stays_open() => RandomShow.ForAll(show =>
    {
        foreach (var turn in show.Turns.Where(turn => !turn.Again && turn.Command is ILeavingCommand && turn.Decision.Events.Count > 0))
        {
            var open = turn.Command is End ? OpenLaunches.AtEnd(turn.Before) : OpenLaunches.Now(turn.Before);
            Assert.Subset((((ILeavingCommand)turn.Command).Open ?? []).ToHashSet(), open.Select(launch => launch.Id).ToHashSet());
        }
    });

    [Fact]
    public void An_undo_right_after_it_leaves_nothing_of_what_was_done() => RandomShow.ForAll(show =>
    {
        for (var i = 2; i < show.Log.Count; i++)
        {
            if (show.Log[i].Event is Undone undone && undone.Act == show.Log[i - 1].Seq)
                Assert.Equal(Shown(show.States[i - 2].Order), Shown(show.States[i].Order));
        }
    });

    [Fact]
    public void Undo_and_redo_are_of_ones_own_and_change_no_launch() => RandomShow.ForAll(show =>
    {
        for (var i = 1; i < show.Log.Count; i++)
        {
            var act = show.Log[i].Event switch { Undone e => e.Act, Redone e => e.Act, _ => 0 };
            if (act == 0) continue;
            Assert.Equal(show.Log[(int)act - 1].Actor.Name, show.Log[i].Actor.Name);
            Assert.Equal(show.States[i - 1].Launches, show.States[i].Launches);
            Assert.Equal(show.States[i - 1].Phase, show.States[i].Phase);
        }
    });

    private static IEnumerable<string> Ids(Teleconference state) => state.Order.Segments.Select(segment => segment.Id);

    /// <summary>The order without the numbers by which commands name what was seen: those go on, so that nothing late is taken.</summary>
    private static string Shown(RunningOrder order) => JsonSerializer.Serialize(
        new { Segments = order.Segments.Select(segment => segment with { Seq = 0 }), order.OnAirId, order.HeldSince, order.Trail },
        DomainJson.Options);
}
