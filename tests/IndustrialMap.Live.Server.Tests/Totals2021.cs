namespace IndustrialMap.Live.Server.Tests;

/// <summary>The run-through of the Industrialization Map of 2021, over HTTP and the hub.</summary>
public class Totals2021
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Six_launches_called_and_confirmed_in_order_read_622_billion_and_2376_jobs_in_every_view()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.ConfirmAll();
        await EveryViewReads(show, 6, 622_000_000_000, 2_376);
    }

    [Fact]
    public async Task Retracting_the_Shymkent_cans_takes_them_off_and_confirming_them_again_brings_them_back()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.ConfirmAll();

        await show.Operator.Give(Id, new RetractConfirmation(Show.Cans, "Told too early"));
        await EveryViewReads(show, 5, 598_600_000_000, 2_231);

        await show.Confirm(Show.Cans);
        await EveryViewReads(show, 6, 622_000_000_000, 2_376);
    }

    [Fact]
    public async Task Confirming_five_times_and_replaying_the_request_and_two_browsers_at_once_count_once()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        await show.Call(Show.Cans);
        var (first, second) = (await console.Coordinator(Id, Show.CansSite), await console.Coordinator(Id, Show.CansSite));
        var hub = await second.Hub();
        var commandId = Person.NewId();

        var confirm = new ConfirmLaunch(Show.Cans, 1);
        var replies = await Task.WhenAll(
        [
            .. Enumerable.Range(0, 5).Select(_ => first.Send(Id, confirm)),
            .. Enumerable.Range(0, 5).Select(_ => first.Send(Id, confirm, commandId: commandId)),
            .. Enumerable.Range(0, 5).Select(_ => second.Send(Id, confirm)),
        ]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Send(Id, confirm, Show.CansSite)));

        Assert.All(replies, reply => Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        Assert.Single(await console.Log(Id), logged => logged.Event.GetProperty("type").GetString() == "launch_confirmed");
        await EveryViewReads(show, 1, 23_400_000_000, 145);
    }

    [Fact]
    public async Task A_replayed_request_gets_the_same_answer_when_the_show_has_moved_on()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var commandId = Person.NewId();
        var before = await show.Operator.Send(Id, new CallLaunch(Show.Cans), commandId: commandId);
        await show.Confirm(Show.Cans);

        var hub = await show.Operator.Hub();
        Assert.Equal(before.Answer, (await show.Operator.Send(Id, new CallLaunch(Show.Cans), commandId: commandId)).Answer);
        Assert.Equal(before.Answer, await hub.Send(Id, new CallLaunch(Show.Cans), commandId: commandId));
    }

    [Fact]
    public async Task Everything_confirmed_is_there_after_a_restart()
    {
        using var data = new DataFolder();
        IReadOnlyList<string> log;
        await using (var console = await RunningConsole.Start(data))
        {
            await (await Show.Live(console)).ConfirmAll();
            log = [.. (await console.Log(Id)).Select(Wire.Of)];
        }
        await using var again = await RunningConsole.Start(data);
        Assert.Equal(log, (await again.Log(Id)).Select(Wire.Of));
        Assert.Equal(622_000_000_000, again.Host(Id).State.Totals.Today.Tenge.Value);
    }

    private static async Task EveryViewReads(Show show, int projects, long tenge, long jobs)
    {
        var expected = new Tally(
            projects, new(tenge, Unit.Tenge, Qualifier.Exact, projects, 0), new(jobs, Unit.Jobs, Qualifier.Exact, projects, 0));
        Assert.Equal(expected, (await show.Operator.Control(Id)).Totals.Today);
        Assert.Equal(expected, (await (await show.Coordinator("aktogay")).Site(Id, "aktogay")).Totals.Today);
        Assert.Equal(expected, (await show.Console.Viewer().Public(Id)).Totals.Today);
    }
}
