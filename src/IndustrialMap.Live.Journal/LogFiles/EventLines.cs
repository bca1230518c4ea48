using System.Buffers;
using System.Text.Json;

namespace IndustrialMap.Live.Journal;

/// <summary>Some events of a log as the lines that its file has of them (ops/log-format.md), for a journal that keeps them so.</summary>
public static class EventLines
{
    /// <returns>UTF-8; each line ends in <c>\n</c>.</returns>
    public static byte[] Write(IEnumerable<RecordedEvent> events)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var next in events)
        {
            lines.Write(JsonSerializer.SerializeToUtf8Bytes(EventLine.Of(next), LogFileJson.Options));
            lines.Write("\n"u8);
        }
        return lines.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">They are no such lines.</exception>
    public static IReadOnlyList<RecordedEvent> Read(string log, ReadOnlySpan<byte> lines)
    {
        var events = new List<RecordedEvent>();
        try
        {
            foreach (var line in lines.Split((byte)'\n'))
                if (!lines[line].IsEmpty) events.Add(JsonSerializer.Deserialize<EventLine>(lines[line], LogFileJson.Options)!.ToEvent(log));
        }
        catch (JsonException notALine)
        {
            throw new FormatException(notALine.Message, notALine);
        }
        return events;
    }
}
