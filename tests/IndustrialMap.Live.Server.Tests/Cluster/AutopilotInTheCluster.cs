namespace IndustrialMap.Live.Server.Tests.Cluster;

[Collection(nameof(SeveralServers))]
public sealed class AutopilotInTheCluster
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task It_goes_on_at_another_server_when_its_own_is_killed_and_when_that_one_stands_still()
    {
        await using var cluster = await RunningCluster.Start();
        var operator_ = await cluster.Operator(at: 2);
        using var autopilot = await cluster.Autopilot(Id, "60", (await operator_.Control(Id)).Sites.Select(site => site.Id));
        await Until.True(async () => await Confirmed(operator_) >= 1, "it plays");
        await cluster.Servers[0].Kill();
        await Until.True(async () => await Confirmed(operator_) >= 2, "it plays on at the second");
        await cluster.Servers[1].Freeze();
        await Until.True(async () => await Confirmed(operator_) >= 3, "it plays on at the third");
        Assert.False(autopilot.HasExited);
        autopilot.Kill();
    }

    private static async Task<int> Confirmed(Person operator_) => (await Until.Answered(() => operator_.Control(Id))).Totals.Today.Projects;
}
