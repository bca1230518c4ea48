using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>
/// A command names what its sender saw. On anything else it is refused over HTTP with what stood in the way, and stores nothing.
/// </summary>
public class StaleCommands
{
    private const string Id = RunningConsole.Map2021, Last = "closing";

    [Fact]
    public async Task A_step_that_has_passed_is_answered_with_what_is_on_air_now_and_the_event_that_made_it_so()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var seen = show.State.Order;
        var next = Press.Next(show.State);
        var moved = await show.Operator.Give(Id, next);
        var step = seen.Step;
        Command[] late = [next, new Jump(step, Last), new Back(step), new Hold(step), new Resume(step), new End(step)];
        foreach (var command in late) await IsRefused(show, command, "on_air_moved", next.SegmentId, moved.Seq);
    }

    [Fact]
    public async Task An_order_or_a_row_that_was_changed_since_is_answered_with_the_event_that_changed_it()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var moved = await show.Operator.Give(Id, new MoveSegment(0, Last, show.State.Order.Next!.Id));
        await IsRefused(show, new MoveSegment(0, Last, null), "order_changed", null, moved.Seq);
        var pause = new InsertSegment(0, SegmentKind.Pause, new("Pause"), 60, null, null, null);
        await IsRefused(show, pause, "order_changed", null, moved.Seq);
        await IsRefused(show, new RemoveSegment(0, Last), "order_changed", null, moved.Seq);

        var longer = await show.Operator.Give(Id, new AdjustDuration(0, Last, 30));
        await IsRefused(show, new AdjustDuration(0, Last, 30), "row_changed", Last, longer.Seq);
        await IsRefused(show, new SkipSegment(0, Last), "row_changed", Last, longer.Seq);
        await IsRefused(show, new EditSegment(0, Last, SegmentKind.Pause, new("Pause"), 60, null, null), "row_changed", Last, longer.Seq);
    }

    [Fact]
    public async Task Open_launches_that_were_not_named_are_answered_by_their_ids()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        var next = Press.Next(show.State);
        await IsRefused(show, next with { Open = null }, "launches_open", null, null, Show.Cans);
        await show.Call("2021-01");
        await IsRefused(show, next, "launches_open", null, null, "2021-01");
        string[] all = [.. show.State.Launches.Select(launch => launch.Id)];
        await IsRefused(show, new End(next.Step, all[1..]), "launches_open", null, null, all[0]);
        await show.Operator.Give(Id, new End(next.Step, all));
    }

    [Fact]
    public async Task A_segment_that_holds_a_launch_is_not_removed_and_the_launch_is_named()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var holding = show.State.Order.Holding(Show.Cans)!;
        await IsRefused(show, new RemoveSegment(0, holding.Id), "segment_holds_launches", holding.Id, null, [.. holding.Plan.Launches]);
    }

    [Fact]
    public async Task What_another_has_changed_since_is_not_undone()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var other = await console.Operator();
        var first = await show.Operator.Give(Id, new AdjustDuration(0, Last, 30));
        var second = await other.Give(Id, new AdjustDuration(first.Seq, Last, 30));
        await IsRefused(show, new UndoAct(first.Seq), "changed_since", null, second.Seq);
        await other.Give(Id, new UndoAct(second.Seq));
        await show.Operator.Give(Id, new UndoAct(first.Seq));
    }

    [Theory]
    [InlineData("""{"type":"next","segmentId":"closing"}""", "step_missing")]
    [InlineData("""{"type":"back"}""", "step_missing")]
    [InlineData("""{"type":"end","step":null}""", "step_missing")]
    [InlineData("""{"type":"move_segment","segmentId":"closing"}""", "version_missing")]
    [InlineData("""{"type":"skip_segment","segmentId":"closing"}""", "version_missing")]
    public async Task A_command_that_does_not_say_what_its_sender_saw_is_answered_with_422(string command, string code)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var reply = await show.Operator.Post(
            $"/api/teleconferences/{Id}/commands", $$"""{"commandId":"{{Person.NewId()}}","command":{{command}}}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (reply.Status, reply.Code));
    }

    private static async Task IsRefused(Show show, Command command, string code, string? state, long? changedBy, params string[] launches)
    {
        var before = show.Place;
        var reply = await show.Operator.Send(Id, command);
        Assert.True((reply.Status, reply.Code) == (HttpStatusCode.Conflict, code), $"{command}: {reply}");
        var problem = reply.Problem;
        Assert.Equal(state, problem.TryGetProperty("state", out var stood) ? stood.GetString() : null);
        Assert.Equal(changedBy, problem.TryGetProperty("changedBy", out var seq) ? seq.GetInt64() : null);
        Assert.Equal(launches, problem.TryGetProperty("launches", out var open) ? open.EnumerateArray().Select(id => id.GetString()!) : []);
        Assert.Equal(before, show.Place);
    }
}
