using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IndustrialMap.Live.Journal;

/// <summary>
/// Reads the file of a log line by line, however long it is. It takes nothing but what <see cref="LogFileWriter"/> writes, and does
/// not check seals: that is for <see cref="LogVerification"/>.
/// </summary>
public sealed class LogFileReader
{
    /// <summary>Far above the largest plan, which is the largest event.</summary>
    public const int MaxLineBytes = 64 * 1024 * 1024;

    private const string Remedy = "Export the log again, or copy the file again.";
    private readonly PipeReader pipe;
    private long line;

    private LogFileReader(PipeReader pipe) => this.pipe = pipe;

    /// <summary>The log's id.</summary>
    public string Log { get; private set; } = "";

    /// <summary>As in <see cref="StreamHead"/>.</summary>
    public long SealedFrom { get; private set; }

    /// <summary>Reads the first line.</summary>
    /// <param name="from">Stays open, and the caller's.</param>
    /// <exception cref="LogFileException">It is not the file of a log, or of a later version.</exception>
    public static async Task<LogFileReader> Open(Stream from, CancellationToken cancellationToken = default)
    {
        var reader = new LogFileReader(PipeReader.Create(from, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true)));
        HeaderLine? header = null;
        try
        {
            if (await reader.NextLine(cancellationToken) is { } first)
                header = JsonSerializer.Deserialize<HeaderLine>(first, LogFileJson.Options);
        }
        catch (JsonException)
        {
            // Said below.
        }
        if (header is not { Format: HeaderLine.OurFormat, SealedFrom: > 0 })
            throw new LogFileException("Line 1: this is not the file of a log. Name one that \"export --log\" has written.", 1);
        if (header.Version != HeaderLine.OurVersion)
            throw new LogFileException(
                $"Line 1: the file is of version {header.Version}, this program knows {HeaderLine.OurVersion}. " +
                "Check it with a later version of the program.", 1);
        (reader.Log, reader.SealedFrom) = (header.Log, header.SealedFrom);
        return reader;
    }

    /// <summary>Every event, in the file's order; to be read once.</summary>
    /// <exception cref="LogFileException">A line is not what it should be, or the file ends early.</exception>
    public async IAsyncEnumerable<RecordedEvent> Events([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var count = 0L; ; count++)
        {
            var next = await NextLine(cancellationToken)
                ?? throw new LogFileException($"Line {line + 1}: the file ends early, its last line is missing. {Remedy}", line + 1);
            if (next.AsSpan().StartsWith("{\"events\":"u8))
            {
                var events = Parsed<LastLine>(next).Events;
                if (events != count) throw Wrong($"it says that there are {events} events, and there are {count}");
                if (await NextLine(cancellationToken) is not null) throw Wrong("it stands behind the last line");
                yield break;
            }
            yield return Event(Parsed<EventLine>(next));
        }
    }

    private RecordedEvent Event(EventLine next)
    {
        try
        {
            return next.ToEvent(Log);
        }
        catch (FormatException e)
        {
            throw Wrong(e.Message, e);
        }
    }

    private T Parsed<T>(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, LogFileJson.Options) ?? throw Wrong("it is null");
        }
        catch (JsonException e)
        {
            throw Wrong(e.Message, e);
        }
    }

    private LogFileException Wrong(string what, Exception? inner = null) => new($"Line {line}: {what.TrimEnd('.')}. {Remedy}", line, inner);

    /// <returns>Null at the end.</returns>
    private async Task<byte[]?> NextLine(CancellationToken cancellationToken)
    {
        for (var searched = 0L; ;)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var end = read.Buffer.Slice(searched).PositionOf((byte)'\n');
            var text = end is null ? read.Buffer : read.Buffer.Slice(0, end.Value);
            if (text.Length > MaxLineBytes)
                throw new LogFileException(
                    $"Line {line + 1}: it is longer than {MaxLineBytes >> 20} MB, as no event is. {Remedy}", line + 1);
            if (end is null && !read.IsCompleted)
            {
                searched = read.Buffer.Length;
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var bytes = end is null && text.IsEmpty ? null : text.ToArray();
            if (bytes is not null) line++;
            pipe.AdvanceTo(end is null ? read.Buffer.End : read.Buffer.GetPosition(1, end.Value));
            return bytes;
        }
    }
}
