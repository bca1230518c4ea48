using System.Collections.Concurrent;
using Orleans.Storage;

namespace IndustrialMap.Live.Grains.Tests.Access;

/// <summary>A storage in memory that keeps bytes, as a real one, and does what a test wants.</summary>
internal sealed class FakeStorage : IGrainStorage
{
    private readonly GrainStateJson json = new();
    private readonly ConcurrentDictionary<GrainId, (BinaryData Data, int Version)> states = new();

    /// <summary>Reads and writes fail.</summary>
    internal bool Fails { get; set; }

    /// <summary>A write is done, and nobody is told.</summary>
    internal bool LosesAnswers { get; set; }

    /// <summary>The next write is done, its answer is lost, and the storage's client sends it again.</summary>
    internal bool SendsTwice { get; set; }

    /// <summary>Somebody else is always first.</summary>
    internal bool LosesRaces { get; set; }

    /// <summary>Waited for by each read and write.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    internal int Reads { get; private set; }

    internal bool Keeps(GrainId grain) => states.ContainsKey(grain);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Reads++;
        await Gate;
        if (Fails) throw new IOException("The disk is gone.");
        grainState.RecordExists = states.TryGetValue(grainId, out var kept);
        grainState.State = grainState.RecordExists ? json.Deserialize<T>(kept.Data) : default!;
        grainState.ETag = grainState.RecordExists ? $"{kept.Version}" : null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Gate;
        if (Fails) throw new IOException("The disk is gone.");
        var known = states.TryGetValue(grainId, out var kept);
        if (LosesRaces || grainState.ETag != (known ? $"{kept.Version}" : null)) throw new InconsistentStateException("Somebody else has written.");
        states[grainId] = (json.Serialize(grainState.State), kept.Version + 1);
        if (SendsTwice)
        {
            SendsTwice = false;
            await WriteStateAsync(stateName, grainId, grainState);
        }
        if (LosesAnswers) throw new IOException("Nobody knows whether it was written.");
        grainState.ETag = $"{kept.Version + 1}";
        grainState.RecordExists = true;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
