using System.Text.Json;

namespace IndustrialMap.Live.Journal;

/// <summary>Writes one log as a file of lines, with the same bytes and seals, to be checked where there is no journal.</summary>
public static class LogFileWriter
{
    /// <param name="to">Is written to as the events come, and left open.</param>
    /// <param name="head">The log, and up to where; events that were appended later are left out.</param>
    /// <param name="events">From the first on.</param>
    /// <returns>How many events were written.</returns>
    public static async Task<long> Write(
        Stream to, StreamHead head, IAsyncEnumerable<RecordedEvent> events, CancellationToken cancellationToken = default)
    {
        var count = 0L;
        await Line(to, new HeaderLine(HeaderLine.OurFormat, HeaderLine.OurVersion, head.Stream, head.SealedFrom), cancellationToken);
        await foreach (var next in events.WithCancellation(cancellationToken))
        {
            if (next.Seq > head.Seq) break;
            await Line(to, EventLine.Of(next), cancellationToken);
            count++;
        }
        await Line(to, new LastLine(count), cancellationToken);
        await to.FlushAsync(cancellationToken);
        return count;
    }

    private static async Task Line<T>(Stream to, T line, CancellationToken cancellationToken) =>
        await to.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, LogFileJson.Options), (byte)'\n'], cancellationToken);
}
