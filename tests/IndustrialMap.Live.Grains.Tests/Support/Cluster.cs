using IndustrialMap.Live.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>Silos in this process that hold the console's grains, and a client outside of them.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly InProcessTestCluster silos;

    private Cluster(InProcessTestCluster silos) => this.silos = silos;

    public InProcessTestCluster Silos => silos;

    public IGrainFactory Grains => silos.Client;

    /// <param name="clock">The console's; Orleans' own is the system's, whatever a test does to this one.</param>
    public static async Task<Cluster> Start(IJournal journal, short count = 3, TimeProvider? clock = null)
    {
        var builder = new InProcessTestClusterBuilder(count);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddConsoleGrains();
            silo.AddMemoryGrainStorage(ConsoleGrains.AccessStorage, memory => memory.Configure(options => options.GrainStorageSerializer = new GrainStateJson()));
            silo.Services.AddSingleton(journal);
            silo.Services.AddKeyedSingleton(ConsoleClockAttribute.Name, clock ?? TimeProvider.System);
            silo.Configure<ClusterMembershipOptions>(FailFast);
        });
        builder.ConfigureClient(client => client.AddConsoleRecords());
        var cluster = new Cluster(builder.Build());
        await cluster.silos.DeployAsync();
        return cluster;
    }

    private static void FailFast(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
        membership.NumMissedProbesLimit = 2;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(1);
    }

    public async ValueTask DisposeAsync() => await silos.DisposeAsync();
}
