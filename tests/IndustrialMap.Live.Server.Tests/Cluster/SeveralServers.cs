namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Trials of several real servers at once: they want the machine for themselves.</summary>
[CollectionDefinition(nameof(SeveralServers), DisableParallelization = true)]
public sealed class SeveralServers;

/// <summary>Three servers that the tests of one class share.</summary>
public sealed class ThreeServers : IAsyncLifetime
{
    internal RunningCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await RunningCluster.Start();

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
