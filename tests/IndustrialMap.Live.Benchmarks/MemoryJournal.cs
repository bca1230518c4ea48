using System.Collections.Concurrent;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>A journal that waits for no disk, to measure what is before it. It seals as any other.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly ConcurrentDictionary<string, List<RecordedEvent>> streams = new();

    public int MaxCommands => int.MaxValue;

    public Task<AppendResult> Append(string stream, Journal.Place expected, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken = default)
    {
        var log = streams.GetOrAdd(stream, _ => []);
        var chain = log.Count == 0 ? LogChain.Start(stream) : LogChain.At(log[^1]);
        if (chain.Place != expected) return Task.FromResult<AppendResult>(new AppendResult.WrongExpectedPlace(chain.Place));
        var stored = chain.RecordAll(events);
        log.AddRange(stored);
        return Task.FromResult<AppendResult>(new AppendResult.Appended(stored));
    }

    public Task<IReadOnlyList<RecordedEvent>> Read(string stream, long afterSeq, int limit = int.MaxValue, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<RecordedEvent>>([.. streams.GetOrAdd(stream, _ => []).Skip((int)afterSeq).Take(limit)]);

    public Task<IReadOnlyList<StreamHead>> Streams(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<StreamHead>>([]);
}
