using System.Net;
using System.Reflection;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Who is refused what, over HTTP and the hub; what is refused is not stored.</summary>
public class AccessToCommands
{
    private const string Id = RunningConsole.Map2021, OtherSite = "aktogay", OtherLaunch = "2021-02", Reason = "The line is down";

    /// <summary>Every command that a client can send, about one site, launch and segment.</summary>
    private static Command[] About(string site, string launch) =>
    [
        new Start(), new Next(3, "2021-01"), new Jump(3, "2021-01"), new Back(3), new Hold(3), new Resume(3), new End(3), new Reopen(3, Reason),
        new MoveSegment(0, "closing", null), new InsertSegment(0, SegmentKind.Pause, new("Pause"), 60, null, null, null),
        new RemoveSegment(0, "closing"), new EditSegment(0, "closing", SegmentKind.Pause, new("Pause"), 60, null, null),
        new AdjustDuration(0, "closing", 30), new SkipSegment(0, "closing"), new UnskipSegment(0, "closing"),
        new MoveLaunch(launch, null, "closing"), new UndoAct(3), new RedoAct(3), new ReportReadiness(site, ReadinessItem.Sound, true),
        new CallLaunch(launch), new ConfirmLaunch(launch, null, Reason), new RetractConfirmation(launch, Reason),
        new PostponeLaunch(launch, Reason), new BringBackLaunch(launch, Reason), new TakeBackCall(launch, 1),
    ];

    [Fact]
    public void The_commands_that_are_tried_here_are_all_there_are() => Assert.Equal(
        typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(named => named.DerivedType).ToHashSet(),
        About(OtherSite, OtherLaunch).Select(command => command.GetType()).ToHashSet());

    [Fact]
    public async Task A_viewer_is_refused_every_command()
    {
        await using var console = await RunningConsole.Start();
        await Called(console);
        await IsRefused(console, console.Viewer(), About(Show.CansSite, Show.Cans), null, Show.CansSite);
    }

    [Fact]
    public async Task A_coordinator_is_refused_every_command_on_another_site()
    {
        await using var console = await RunningConsole.Start();
        await Called(console);
        await IsRefused(console, await console.Coordinator(Id, Show.CansSite), About(OtherSite, OtherLaunch), null, Show.CansSite, OtherSite);
    }

    [Fact]
    public async Task A_coordinator_is_refused_every_operators_command_on_its_own_site()
    {
        await using var console = await RunningConsole.Start();
        await Called(console);
        var operators = About(Show.CansSite, Show.Cans).Where(command => command is not (ReportReadiness or ConfirmLaunch));
        await IsRefused(console, await console.Coordinator(Id, Show.CansSite), operators, null, Show.CansSite);
    }

    [Fact]
    public async Task A_coordinator_of_one_teleconference_is_refused_at_the_site_of_the_same_name_in_another()
    {
        await using var console = await RunningConsole.Start();
        await Called(console);
        var elsewhere = await console.Coordinator(RunningConsole.Show2017, Show.CansSite);
        await IsRefused(console, elsewhere, About(Show.CansSite, Show.Cans), null, Show.CansSite);
    }

    [Fact]
    public async Task An_operator_cannot_give_a_sites_own_word()
    {
        await using var console = await RunningConsole.Start();
        await Called(console);
        var operator_ = await console.Operator();
        await IsRefused(console, operator_, [new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true)], null, Show.CansSite);
        await IsRefused(console, operator_, [new ConfirmLaunch(Show.Cans, 1)], Show.CansSite);
        var reply = await operator_.Send(Id, new ConfirmLaunch(Show.Cans, 1));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "reason_required"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task The_servers_own_commands_cannot_be_sent()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        var before = (await console.Log(Id)).Count;
        foreach (var own in new[] { """{"type":"report_link","siteId":"shymkent","connected":true}""", """{"type":"renew_invitation","siteId":"shymkent"}""" })
        {
            var reply = await operator_.Post($"/api/teleconferences/{Id}/commands", $$"""{"commandId":"{{Person.NewId()}}","command":{{own}}}""");
            Assert.Equal((HttpStatusCode.BadRequest, "unreadable_request"), (reply.Status, reply.Code));
        }
        Assert.Equal(before, (await console.Log(Id)).Count);
    }

    private static async Task Called(RunningConsole console)
    {
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        await show.Call(OtherLaunch);
    }

    /// <param name="speakingAs">Whom the sender says it speaks for; null: it does not say.</param>
    private static async Task IsRefused(RunningConsole console, Person sender, IEnumerable<Command> commands, params string?[] speakingAs)
    {
        var before = (await console.Log(Id)).Count;
        var hub = await sender.Hub();
        foreach (var command in commands)
        {
            foreach (var asSite in speakingAs)
            {
                var reply = await sender.Send(Id, command, asSite);
                Assert.True((reply.Status, reply.Code) == (HttpStatusCode.Forbidden, "not_allowed"), $"{command} as {asSite}: {reply}");
                Assert.Equal(RefusalCode.NotAllowed, (await hub.Send(Id, command, asSite)).Refusal);
            }
        }
        Assert.Equal(before, (await console.Log(Id)).Count);
    }
}
