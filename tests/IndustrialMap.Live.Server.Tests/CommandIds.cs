using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What was accepted under a command's id is kept: the same is answered the same, and nothing else is done under it.</summary>
public class CommandIds
{
    private const string Id = RunningConsole.Map2021;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_confirmation_that_found_nothing_to_do_never_does_anything_later(bool afterARestart)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var coordinator = await show.Coordinator(Show.CansSite);
        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);
        var id = Person.NewId();
        var again = new ConfirmLaunch(Show.Cans);
        var first = await coordinator.Send(Id, again, commandId: id);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        await show.Operator.Give(Id, new RetractConfirmation(Show.Cans, "Too early"));

        if (afterARestart) await console.Restart();
        var late = await coordinator.Send(Id, again, commandId: id);

        Assert.Equal((first.Status, first.Body), (late.Status, late.Body));
        Assert.Equal(LaunchState.Called, console.Host(Id).State.Launch(Show.Cans)!.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_that_was_used_does_nothing_else(bool afterARestart)
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        await show.Confirm(Show.Cans);
        var id = Person.NewId();
        Assert.Equal(HttpStatusCode.OK, (await show.Operator.Send(Id, new RetractConfirmation(Show.Cans, "Too early"), commandId: id)).Status);
        if (afterARestart) await console.Restart();
        var place = console.Host(Id).Place;

        Command[] others =
        [
            Press.End(show.State), new RetractConfirmation(Show.Cans, "Another reason"), new CallLaunch(Show.Cans), Press.Next(show.State),
        ];
        foreach (var other in others)
        {
            var reply = await show.Operator.Send(Id, other, commandId: id);
            Assert.Equal((HttpStatusCode.Conflict, "command_id_reused"), (reply.Status, reply.Code));
        }
        Assert.Equal(place, console.Host(Id).Place);
    }

    [Fact]
    public async Task Another_persons_id_is_not_allowed_whatever_is_sent_under_it()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var id = Person.NewId();
        var ready = new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true);
        var owner = await show.Coordinator(Show.CansSite);
        Assert.Equal(HttpStatusCode.OK, (await owner.Send(Id, ready, commandId: id)).Status);
        var place = show.Place;

        Person[] others = [await show.Coordinator("aktogay"), show.Operator, console.Viewer()];
        foreach (var other in others)
            foreach (var command in new Command[] { ready, ready with { Ready = false }, new ReportReadiness("aktogay", ReadinessItem.Sound, true), new End(0) })
                Assert.Equal((HttpStatusCode.Forbidden, "not_allowed"), (await other.Send(Id, command, commandId: id) is var reply ? reply.Status : default, reply.Code));
        Assert.Equal(place, show.Place);
    }

    [Fact]
    public async Task The_same_person_is_the_same_role_and_site_whatever_link_or_name()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var id = Person.NewId();
        var ready = new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true);
        var first = await (await show.Coordinator(Show.CansSite)).Send(Id, ready, commandId: id);
        var onAnotherPhone = await console.Coordinator(Id, Show.CansSite);
        Assert.Equal(first.Body, (await onAnotherPhone.Send(Id, ready, commandId: id)).Body);
    }

    [Fact]
    public async Task A_refusal_is_not_kept_and_is_decided_anew()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var coordinator = await show.Coordinator(Show.CansSite);
        var id = Person.NewId();
        Assert.Equal("launch_not_called", (await coordinator.Send(Id, new ConfirmLaunch(Show.Cans), commandId: id)).Code);
        await show.Call(Show.Cans);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.Send(Id, new ConfirmLaunch(Show.Cans), commandId: id)).Status);
    }

    [Fact]
    public async Task A_sites_word_that_is_refused_is_one_event_however_often_its_phone_says_it_and_is_taken_once_it_is_asked_for()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        var coordinator = await show.Coordinator(Show.CansSite);
        await show.Operator.Give(Id, new TakeBackCall(Show.Cans, 1));
        var (id, word) = (Person.NewId(), new ConfirmLaunch(Show.Cans, 2));
        for (var n = 0; n < 3; n++)
        {
            var refused = await coordinator.Send(Id, word, commandId: id);
            Assert.Equal((HttpStatusCode.Conflict, "call_superseded"), (refused.Status, refused.Code));
        }
        Assert.Equal("launch_not_called", (await coordinator.Send(Id, word with { Attempt = 1 })).Code);
        Assert.Equal(["call_superseded", "launch_not_called"], await Refused());

        await show.Call(Show.Cans);
        var taken = await coordinator.Send(Id, word, commandId: id);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal(LaunchState.Confirmed, show.State.Launch(Show.Cans)!.State);
        await show.Operator.Give(Id, new RetractConfirmation(Show.Cans, "Too early"));
        Assert.Equal(taken.Body, (await coordinator.Send(Id, word, commandId: id)).Body);
        Assert.Equal(2, (await Refused()).Length);

        async Task<string[]> Refused() =>
            [.. (await show.Operator.Control(Id)).Log.Where(row => row.Type == "confirmation_refused").Select(row => row.What!)];
    }
}
