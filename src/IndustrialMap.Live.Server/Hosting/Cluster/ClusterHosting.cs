using System.Net;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.AzureTables;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Orleans.Clustering.AzureStorage;
using Orleans.Configuration;
using Orleans.Runtime;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// One of several servers that hold the shows as one: all that is kept lies in one storage account, and each server's silo is one of a
/// cluster. ops/decisions says how soon a silo counts as dead, and why.
/// </summary>
internal static class ClusterHosting
{
    /// <summary>The one kind of cluster there is; also the name of its connection string.</summary>
    internal const string Azure = "azure";

    internal static void AddCluster(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider =>
            StorageAccount.Parse(provider.GetRequiredService<IConfiguration>().GetConnectionString(Azure)!));
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<StorageAccount>().OpenJournal());
        services.AddOptions<KeyManagementOptions>().Configure<StorageAccount>((keys, account) => keys.XmlRepository = BlobKeys.Open(account));
        services.AddSingleton<IFatalErrorHandler, TakenForDead>();
        builder.UseOrleans(AddSilo);
    }

    private static void AddSilo(ISiloBuilder silo)
    {
        silo.AddConsoleBuilds();
        silo.AddConsoleGrains();
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (EmbeddedSilo.Service, EmbeddedSilo.Service));
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<ServerOptions>>(Listen);
        silo.UseAzureStorageClustering(members => members.Configure<StorageAccount>((azure, account) =>
            (azure.TableName, azure.TableServiceClient) = ("industrialmapsilos", account.Tables)));
        silo.AddAzureBlobGrainStorage(ConsoleGrains.AccessStorage, states => states.Configure<StorageAccount>((azure, account) =>
            (azure.ContainerName, azure.BlobServiceClient, azure.GrainStorageSerializer) = ("industrialmap-grains", account.Blobs, new GrainStateJson())));
        silo.Configure<ClusterMembershipOptions>(ConfigureLiveness);
        SiloTls.Add(silo);
    }

    private static void Listen(EndpointOptions endpoint, IOptions<ServerOptions> server)
    {
        var address = IPAddress.Parse(server.Value.SiloAddress);
        (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (address, server.Value.SiloPort, 0);
        endpoint.SiloListeningEndpoint = new(address, server.Value.SiloPort);
    }

    private static void ConfigureLiveness(ClusterMembershipOptions membership)
    {
        (membership.ProbeTimeout, membership.MaxProbeTimeout, membership.NumMissedProbesLimit) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), 3);
        (membership.TableRefreshTimeout, membership.IAmAliveTablePublishTimeout) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3));
        // A supervisor starts it again. Those of a cluster that was killed as a whole count as gone after nine seconds.
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(20);
        // A connection that stands says nothing of a process that stands still.
        membership.EnableConnectionLivenessCheck = false;
    }
}
