using IndustrialMap.Live.Domain;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;

namespace IndustrialMap.Live.Grains;

/// <summary>What every silo needs that holds the console's grains, alone or as one of many.</summary>
public static class ConsoleGrains
{
    /// <summary>The name of the storage of <see cref="Access"/>: see ops/decisions for what it may hold.</summary>
    public const string AccessStorage = "access";

    /// <summary>
    /// The rules' records go between silos as they stand in the journal, by the same options; within one they go as they are,
    /// for they never change.
    /// </summary>
    public static ISiloBuilder AddConsoleGrains(this ISiloBuilder silo)
    {
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(
            ImmutableRecords.IsOurs, isCopyable: null, json => json.Configure(options => options.SerializerOptions = DomainJson.Options)));
        silo.Services.AddSingleton<IGeneralizedCopier, ImmutableRecords>();
        silo.Services.AddPlacementDirector<BesideItsShow, BesideItsShowDirector>();
        return silo;
    }
}
