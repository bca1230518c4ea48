using System.Diagnostics;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Every server dies at once, and nobody is left who could say so to anybody.</summary>
[Collection(nameof(SeveralServers))]
public sealed class AllKilled(ITestOutputHelper output)
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task The_show_goes_on_where_it_was_once_one_of_them_is_back_and_then_with_all()
    {
        await using var cluster = await RunningCluster.Start();
        var operator_ = await cluster.Operator();
        await operator_.Give(Id, new Start());
        var before = await operator_.Control(Id);
        await Task.WhenAll(cluster.Servers.Select(server => server.Kill()));

        var clock = Stopwatch.StartNew();
        await cluster.Servers[1].Start();
        await Until.True(async () => await GoesOn(operator_, before), "one of them takes commands");
        output.WriteLine($"One server alone takes commands {clock.Elapsed.TotalSeconds:0.0} s after its start");
        Assert.True((await Until.Answered(() => operator_.Control(Id))).Seq > before.Seq);

        await Task.WhenAll(cluster.Servers[0].Start(), cluster.Servers[2].Start());
        await Task.WhenAll(cluster.Servers.Select(server => server.Kill()));
        clock.Restart();
        await Task.WhenAll(cluster.Servers.Select(server => server.Start()));
        var view = await Until.Answered(() => operator_.Control(Id));
        await Until.True(async () => await GoesOn(operator_, view), "all of them take commands");
        output.WriteLine($"Three servers take commands {clock.Elapsed.TotalSeconds:0.0} s after their start");
    }

    private static async Task<bool> GoesOn(Person operator_, ControlView view)
    {
        try
        {
            return (int)(await operator_.Send(Id, Presses.Next(view))).Status < 500;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
