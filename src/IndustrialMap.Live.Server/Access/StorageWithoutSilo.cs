using IndustrialMap.Live.Grains;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Orleans' storage, for what is done beside a server and needs no grain: an invitation from the command line. A silo would take
/// longer to start than the whole of it, and on a folder that a server holds there must be no second one.
/// </summary>
internal static class StorageWithoutSilo
{
    internal static async Task<IGrainStorage> Open(IServiceProvider services)
    {
        var storage = services.GetRequiredKeyedService<IGrainStorage>(ConsoleGrains.AccessStorage);
        var stages = new Stages();
        if (storage is ILifecycleParticipant<ISiloLifecycle> participant) participant.Participate(stages);
        await stages.Start();
        return storage;
    }

    /// <summary>The part of a silo's life that a storage takes part in: its beginning.</summary>
    private sealed class Stages : ISiloLifecycle
    {
        private readonly List<(int Stage, ILifecycleObserver Observer)> observers = [];

        public int HighestCompletedStage { get; private set; } = int.MinValue;

        public int LowestStoppedStage => int.MaxValue;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            observers.Add((stage, observer));
            return new Nothing();
        }

        internal async Task Start()
        {
            foreach (var (stage, observer) in observers.OrderBy(one => one.Stage))
            {
                await observer.OnStart();
                HighestCompletedStage = stage;
            }
        }

        private sealed class Nothing : IDisposable
        {
            public void Dispose()
            {
            }
        }
    }
}
