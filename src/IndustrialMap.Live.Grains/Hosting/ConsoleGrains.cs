using IndustrialMap.Live.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Runtime.MembershipService.SiloMetadata;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace IndustrialMap.Live.Grains;

/// <summary>What every silo needs that holds the console's grains, alone or as one of many.</summary>
public static class ConsoleGrains
{
    /// <summary>The name of the storage of <see cref="Access"/>: see ops/decisions for what it may hold.</summary>
    public const string AccessStorage = "access";

    /// <summary>
    /// How long a caller waits for a grain before it asks again under the same id. Orleans' own half a minute is as long as a show's
    /// moment.
    /// </summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    public static ISiloBuilder AddConsoleGrains(this ISiloBuilder silo)
    {
        AddRecords(silo.Services);
        silo.Services.AddSingleton<HeardLogs>();
        silo.Services.TryAddSingleton<IClusterBuilds, OneBuild>();
        silo.Services.AddPlacementDirector<ShowPlacement, ShowPlacementDirector>();
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = AnswerWithin);
        return silo;
    }

    /// <summary>For a silo that is one of several, which may be of other builds.</summary>
    public static ISiloBuilder AddConsoleBuilds(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<IClusterBuilds, SeveralBuilds>();
        return silo.UseSiloMetadata(SeveralBuilds.Own);
    }

    /// <summary>What a client of such silos needs that is none itself.</summary>
    public static IClientBuilder AddConsoleRecords(this IClientBuilder client)
    {
        AddRecords(client.Services);
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = AnswerWithin);
        return client;
    }

    /// <summary>
    /// The rules' records go between silos as they stand in the journal, by the same options; within one they go as they are,
    /// for they never change.
    /// </summary>
    private static void AddRecords(IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            ImmutableRecordCopier.IsOurs, isCopyable: null, json => json.Configure(options => options.SerializerOptions = DomainJson.Options)));
        services.AddSingleton<IGeneralizedCopier, ImmutableRecordCopier>();
    }
}
