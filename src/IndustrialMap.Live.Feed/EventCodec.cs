using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Feed;

/// <summary>Events between the log's bytes and the rules' records.</summary>
internal static class EventCodec
{
    internal static NewEvent Write(string commandId, Happened happened) => new(
        commandId,
        default,
        happened.At,
        JsonSerializer.SerializeToUtf8Bytes(happened.By, DomainJson.Options),
        EventNames.NameOf(happened.What),
        JsonSerializer.SerializeToUtf8Bytes(happened.What, DomainJson.Options));

    /// <exception cref="JsonException">The log holds what this version cannot read.</exception>
    internal static Happened Read(RecordedEvent recorded) => new(
        recorded.Seq,
        recorded.At,
        JsonSerializer.Deserialize<Actor>(recorded.By.Span, DomainJson.Options)!,
        JsonSerializer.Deserialize<TeleconferenceEvent>(recorded.Data.Span, DomainJson.Options)!);
}
