using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>Events between the log's bytes and the rules' records.</summary>
internal static class EventCodec
{
    internal static NewEvent Write(string commandId, ReadOnlyMemory<byte> commandHash, EventEnvelope envelope) => new(
        commandId,
        commandHash,
        envelope.OccurredAt,
        JsonSerializer.SerializeToUtf8Bytes(envelope.Actor, DomainJson.Options),
        EventNames.NameOf(envelope.Event),
        JsonSerializer.SerializeToUtf8Bytes(envelope.Event, DomainJson.Options));

    /// <exception cref="JsonException">The log holds what this version cannot read.</exception>
    internal static EventEnvelope Read(RecordedEvent recorded, EventUpcaster upcaster) => new(
        recorded.Seq,
        recorded.At,
        JsonSerializer.Deserialize<Actor>(recorded.By.Span, DomainJson.Options)!,
        JsonSerializer.Deserialize<TeleconferenceEvent>(upcaster.Upcast(recorded.Type, recorded.Data).Span, DomainJson.Options)!);
}
