using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The disk is full or gone, and comes back.</summary>
public class FailingJournal
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task While_the_journal_fails_commands_are_answered_with_503_and_sent_again_they_count_once()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data);
        await using var console = await RunningConsole.Start(data, services => services.AddSingleton<Journal.IJournal>(journal));
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        var coordinator = await show.Coordinator(Show.CansSite);
        var hub = await coordinator.Hub();
        var (confirm, commandId) = (new ConfirmLaunch(Show.Cans, 1), Person.NewId());
        var before = show.State.Seq;

        journal.Fails = true;
        var reply = await coordinator.Send(Id, confirm, commandId: commandId);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "journal_unavailable"), (reply.Status, reply.Code));
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.Send(Id, confirm, commandId: commandId));
        Assert.Contains("journal_unavailable", refused.Message, StringComparison.Ordinal);
        Assert.Equal("journal_unavailable", (await show.Operator.Get($"/api/teleconferences/{Id}/log")).Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await coordinator.Get("/health/ready")).Status);
        Assert.Equal(0, (await coordinator.Public(Id)).Totals.Today.Projects);
        Assert.Equal(before, show.State.Seq);

        journal.Fails = false;
        var first = await coordinator.Send(Id, confirm, commandId: commandId);
        Assert.Equal(first.Answer, (await coordinator.Send(Id, confirm, commandId: commandId)).Answer);
        Assert.Equal(1, (await coordinator.Public(Id)).Totals.Today.Projects);
        Assert.Single(await console.Log(Id), logged => logged.CommandId == commandId);
    }

    [Fact]
    public async Task A_command_that_was_stored_though_the_journal_said_it_failed_counts_once_when_sent_again()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data);
        await using var console = await RunningConsole.Start(data, services => services.AddSingleton<Journal.IJournal>(journal));
        var operator_ = await console.Operator();
        var commandId = Person.NewId();

        journal.LosesAnswers = true;
        Assert.Equal("journal_unavailable", (await operator_.Send(Id, new Start(), commandId: commandId)).Code);
        journal.LosesAnswers = false;

        Assert.Equal(HttpStatusCode.OK, (await operator_.Send(Id, new Start(), commandId: commandId)).Status);
        Assert.Equal(["teleconference_drafted", "teleconference_started", "segment_went_on_air"], await Types(console));
    }

    [Fact]
    public async Task A_failure_is_told_with_the_security_headers_too()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data);
        await using var console = await RunningConsole.Start(data, services => services.AddSingleton<Journal.IJournal>(journal));
        var operator_ = await console.Operator();
        journal.Fails = true;
        using var answer = await operator_.Http.GetAsync($"/api/teleconferences/{Id}/log");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string?>> Types(RunningConsole console) =>
        (await console.Log(Id)).Select(logged => logged.Event.GetProperty("type").GetString());
}
