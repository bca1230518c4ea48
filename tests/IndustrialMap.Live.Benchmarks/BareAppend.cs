namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// The yardstick: the least that a durable append can do. A record of an event's size is added to a file, and the disk is
/// waited for (fsync).
/// </summary>
internal sealed class BareAppend(string folder) : IDisposable
{
    /// <summary>What a site's report takes in the log: its data, its sender, its command's id and its name.</summary>
    internal const int Bytes = 240;

    private readonly FileStream file = new(Path.Combine(folder, "bare"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
    private readonly byte[] record = new byte[Bytes];

    internal Task Once()
    {
        file.Write(record);
        file.Flush(flushToDisk: true);
        return Task.CompletedTask;
    }

    public void Dispose() => file.Dispose();
}
