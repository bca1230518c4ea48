using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The server of a grain dies while a command is under way.</summary>
public class OutcomesThatNobodyKnows
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task An_answer_that_was_lost_is_asked_for_again_and_the_command_is_done_once()
    {
        var lost = new LostGrains();
        await using var console = await RunningConsole.Start(null, lost.Listen);
        var show = await Show.Live(console);
        var losses = 0;
        lost.LoseAnswers = grain => grain is ILaunchGrain && ++losses <= 3;
        await show.Call(Show.Cans);
        Assert.Equal(4, losses);
        var launch = show.State.Launch(Show.Cans)!;
        Assert.Equal((LaunchState.Called, 1), (launch.State, launch.Attempt));
        Assert.Single(await console.Log(Id), logged => logged.Event.GetProperty("type").GetString() == "launch_called");
    }

    [Fact]
    public async Task After_ten_seconds_the_sender_is_told_that_it_is_unknown_and_the_same_again_is_answered_the_same()
    {
        var lost = new LostGrains();
        await using var console = await RunningConsole.Start(null, lost.Listen);
        var show = await Show.Live(console);
        var hub = await show.Operator.Hub();
        var (first, second) = (Person.NewId(), Person.NewId());
        lost.LoseAnswers = grain => grain is ILaunchGrain;
        var began = DateTime.UtcNow;
        var overHttp = show.Operator.Send(Id, new CallLaunch(Show.Cans), commandId: first);
        var overHub = Assert.ThrowsAsync<HubException>(() => hub.Send(Id, new CallLaunch("2021-01"), commandId: second));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "outcome_unknown"), ((await overHttp).Status, (await overHttp).Code));
        Assert.EndsWith("outcome_unknown", (await overHub).Message, StringComparison.Ordinal);
        Assert.InRange(DateTime.UtcNow - began, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(15));

        lost.LoseAnswers = _ => false;
        var stored = (await console.Log(Id)).ToDictionary(logged => logged.CommandId + logged.Seq, logged => logged);
        Assert.Equal(HttpStatusCode.OK, (await show.Operator.Send(Id, new CallLaunch(Show.Cans), commandId: first)).Status);
        Assert.Null((await hub.Send(Id, new CallLaunch("2021-01"), commandId: second)).Refusal);
        Assert.Equal(stored.Count, (await console.Log(Id)).Count);
    }

    [Fact]
    public async Task It_is_repeated_for_ten_seconds_and_what_is_no_such_failure_at_once_told()
    {
        var (clock, asked) = (new FakeTimeProvider(), 0);
        var repeating = UnknownOutcomes.Repeat<int>(
            () =>
            {
                asked++;
                throw new TimeoutException();
            },
            clock);
        while (!repeating.IsCompleted)
        {
            Assert.InRange(asked, 1, 60);
            clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => repeating);
        Assert.InRange(asked, 45, 55);
        await Assert.ThrowsAsync<InvalidOperationException>(() => UnknownOutcomes.Repeat<int>(() => throw new InvalidOperationException(), clock));
    }
}
