using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>SQLite has one writer at a time, and whoever is not it would sleep.</summary>
public class OneWriter
{
    [Fact]
    public async Task Writes_go_one_after_the_other_also_after_one_that_failed_and_reads_wait_for_none()
    {
        var slow = new SlowStorage();
        var storage = new OneWriterStorage(slow);
        Task Write() => storage.WriteStateAsync("access", default, new GrainState<string>());
        var writes = Enumerable.Range(0, 5).Select(_ => Write()).ToArray();
        await storage.ReadStateAsync("access", default, new GrainState<string>()).WaitAsync(Until.Patience);
        for (var done = 1; done <= 5; done++)
        {
            Assert.Equal(done, slow.Begun);
            slow.Finish(done == 2);
            await Until.True(() => slow.Begun == Math.Min(done + 1, 5), "the next one begins");
        }
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Until.Patience);
        Assert.Equal([1], writes.Index().Where(write => write.Item.IsFaulted).Select(write => write.Index));
    }

    /// <summary>Each write lasts until it is let go.</summary>
    private sealed class SlowStorage : IGrainStorage
    {
        private TaskCompletionSource write = new();
        private int begun;

        internal int Begun => Volatile.Read(ref begun);

        internal void Finish(bool fails)
        {
            var ended = write;
            write = new();
            if (fails) ended.SetException(new IOException("The disk is gone."));
            else ended.SetResult();
        }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            var mine = write.Task;
            Interlocked.Increment(ref begun);
            return mine;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
    }
}
