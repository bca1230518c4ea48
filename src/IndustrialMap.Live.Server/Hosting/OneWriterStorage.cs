using Orleans.Storage;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// A storage whose writes from this process go one after the other. SQLite lets one connection write at a time, and its .NET library
/// sleeps for 150 ms whenever another was first: a queue costs each writer the writes before it, of less than a millisecond each.
/// </summary>
internal sealed class OneWriterStorage(IGrainStorage storage) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private readonly SemaphoreSlim turn = new(1);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        InTurn(() => storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        InTurn(() => storage.ClearStateAsync(stateName, grainId, grainState));

    public void Participate(ISiloLifecycle lifecycle) => (storage as ILifecycleParticipant<ISiloLifecycle>)?.Participate(lifecycle);

    private async Task InTurn(Func<Task> write)
    {
        await turn.WaitAsync();
        try
        {
            await write();
        }
        finally
        {
            turn.Release();
        }
    }
}
