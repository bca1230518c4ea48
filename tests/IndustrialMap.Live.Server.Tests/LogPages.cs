namespace IndustrialMap.Live.Server.Tests;

public class LogPages
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task The_log_is_read_by_pages_of_at_most_a_thousand_events()
    {
        await using var console = await RunningConsole.Start();
        var (host, operator_) = (console.Host(Id), await console.Operator());
        var coordinator = new Actor(Role.Coordinator, "", Show.CansSite);
        // As many at once as a site can have answered within the five seconds of a call, also where the machine has other work.
        foreach (var wave in Enumerable.Range(0, 1005).Chunk(67))
            await Task.WhenAll(wave.Select(i => console.Get<IGrainFactory>().Send(host.State, CommandEnvelope.Of(
                Person.NewId(), new ReportReadiness(Show.CansSite, ReadinessItem.Sound, i % 2 == 0), coordinator))));

        var first = await operator_.Read<List<LoggedEvent>>($"/api/teleconferences/{Id}/log?after=-5&limit=99999");
        var rest = await operator_.Read<List<LoggedEvent>>($"/api/teleconferences/{Id}/log?after={first[^1].Seq}&limit=-1");

        Assert.Equal(Enumerable.Range(1, 1000).Select(seq => (long)seq), first.Select(logged => logged.Seq));
        Assert.Equal(1001, Assert.Single(rest).Seq);
    }
}
