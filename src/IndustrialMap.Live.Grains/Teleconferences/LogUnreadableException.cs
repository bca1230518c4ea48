using System.Data.Common;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>A log holds an event that this version cannot read. What was read of it before stands.</summary>
public sealed class LogUnreadableException(string stream, long seq, string type, Exception cause) : DbException(
    $"Log \"{stream}\": event {seq} ({type}) cannot be read by this version: {cause.Message} Start the version that wrote it, or a later one.", cause)
{
    internal static T Guard<T>(RecordedEvent recorded, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            throw new LogUnreadableException(recorded.Stream, recorded.Seq, recorded.Type, cause);
        }
    }
}
