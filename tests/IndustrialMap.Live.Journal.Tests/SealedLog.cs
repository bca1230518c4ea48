namespace IndustrialMap.Live.Journal.Tests;

internal static class SealedLog
{
    /// <summary>A whole log, each of whose events is another one.</summary>
    public static RecordedEvent[] Of(string stream, int count)
    {
        var chain = LogChain.Start(stream);
        var log = new RecordedEvent[count];
        for (var i = 0; i < count; i++)
            chain = LogChain.At(log[i] = chain.Record(new($"{i}", default, DateTimeOffset.UnixEpoch, default, "type", new[] { (byte)i })));
        return log;
    }
}
