using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Nobody can say who may do what.</summary>
public class KeepersThatCannotBeAsked
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task An_open_stream_goes_on_with_the_last_answer_and_all_else_is_told_to_come_again()
    {
        var lost = new LostGrains();
        await using var console = await RunningConsole.Start(null, lost.Listen);
        var (operator_, coordinator) = (await console.Operator(), await console.Coordinator(Id, Show.CansSite));
        await using var room = await operator_.Follow(Id, "control");
        await using var site = await coordinator.Follow(Id, $"sites/{Show.CansSite}");
        lost.LoseAnswers = grain => grain is IOperatorsGrain;
        var refused = await operator_.Get($"/api/teleconferences/{Id}/control");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "access_unavailable"), (refused.Status, refused.Code));
        var seq = (await room.NextChange()).As<ControlView>().Seq;
        await coordinator.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true));
        while ((await room.NextChange()).Id!.Seq <= seq) { }
        for (var beats = 0; beats < 4; beats++) await room.NextBeat();
        lost.LoseAnswers = _ => false;
        Assert.Equal(HttpStatusCode.OK, (await operator_.Get($"/api/teleconferences/{Id}/control")).Status);
    }

    [Fact]
    public async Task A_right_lasts_ten_seconds_after_its_last_answer_and_one_that_was_revoked_ends_at_once()
    {
        var clock = new FakeTimeProvider();
        Func<Task<bool>> ask = () => Task.FromResult(true);
        var right = new ReadersRight(() => ask(), clock);
        Assert.True(await right.Holds());
        ask = () => throw new AccessUnavailableException("");
        clock.Advance(ReadersRight.Lasts - TimeSpan.FromTicks(1));
        Assert.True(await right.Holds());
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(await right.Holds());
        ask = () => Task.FromResult(true);
        Assert.True(await right.Holds());
        ask = () => Task.FromResult(false);
        Assert.False(await right.Holds());
    }

    [Fact]
    public async Task One_who_is_asked_and_does_not_answer_is_not_asked_again_meanwhile()
    {
        var (asked, answer) = (0, new TaskCompletionSource<bool>());
        var right = new ReadersRight(
            () =>
            {
                asked++;
                return answer.Task;
            },
            new FakeTimeProvider());
        Assert.True(await right.Holds());
        Assert.True(await right.Holds());
        Assert.Equal(1, asked);
        answer.SetResult(false);
        Assert.False(await right.Holds());
    }
}
