using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The console's own storage of access, which a test takes away and gives back.</summary>
internal sealed class LosableStorage : IGrainStorage
{
    private IGrainStorage storage = null!;

    /// <summary>Whose grants can neither be read nor written; null: everybody's can.</summary>
    internal Keeper? Lost { get; set; }

    /// <summary>Who is told of a failure when it was written.</summary>
    internal Keeper? LosesAnswers { get; set; }

    internal void Put(IServiceCollection services) => services.AddKeyedSingleton<IGrainStorage>(ConsoleGrains.AccessStorage, (provider, _) =>
    {
        storage = provider.GetRequiredKeyedService<IGrainStorage>(GrainStates.Storage);
        return this;
    });

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Is(Lost, grainId) ? throw new IOException("The disk is gone.") : storage.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Is(Lost, grainId)) throw new IOException("The disk is gone.");
        await storage.WriteStateAsync(stateName, grainId, grainState);
        if (Is(LosesAnswers, grainId)) throw new IOException("Nobody knows whether it was written.");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    private static bool Is(Keeper? keeper, GrainId grainId) => keeper?.Key == grainId.Key.ToString();
}
