using System.Diagnostics;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>One connected reader, in the place of a screen: it notes when which number of the log was delivered to it.</summary>
internal abstract class Screen : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource gone = new();
    private readonly List<(long Seq, long At)> delivered = [];
    private readonly List<(long Seq, TaskCompletionSource<long> Waiting)> waiting = [];
    private Task following = Task.CompletedTask;

    /// <summary>Connects; ends when the first view is there.</summary>
    internal async Task Open()
    {
        following = Task.Run(() => Follow(gone.Token));
        var ended = await Task.WhenAny(Delivered(0), following);
        if (ended == following) await following;
    }

    /// <summary>When the log was delivered up to this number, as a timestamp of <see cref="Stopwatch"/>.</summary>
    internal Task<long> Delivered(long seq)
    {
        lock (gate)
        {
            var before = delivered.FindLastIndex(one => one.Seq < seq);
            if (before + 1 < delivered.Count) return Task.FromResult(delivered[before + 1].At);
            var reached = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((seq, reached));
            return reached.Task;
        }
    }

    protected abstract Task Follow(CancellationToken cancellationToken);

    protected void Got(long seq)
    {
        var at = Stopwatch.GetTimestamp();
        lock (gate)
        {
            delivered.Add((seq, at));
            foreach (var (_, reached) in waiting.Where(one => one.Seq <= seq)) reached.SetResult(at);
            waiting.RemoveAll(one => one.Seq <= seq);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        gone.Dispose();
    }
}
