using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>The cases worked by hand to which the screens are held as well, in src/web/lib/schedule/schedule.cases.json.</summary>
internal static class ScheduleCases
{
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options) { Converters = { new ShortTime(), new Seconds() } };

    public static IReadOnlyList<JsonObject> All { get; } =
        JsonSerializer.Deserialize<List<JsonObject>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schedule.cases.json")))!;

    public static T Read<T>(JsonNode? node) => node.Deserialize<T>(Options)!;

    /// <summary>A time is "[±days ]HH:MM[:SS[.fraction]]", UTC, from 6 December 2017.</summary>
    private sealed class ShortTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var parts = reader.GetString()!.Split(' ');
            return new DateTimeOffset(2017, 12, 6, 0, 0, 0, TimeSpan.Zero)
                + TimeSpan.FromDays(parts.Length == 2 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 0)
                + TimeSpan.Parse(parts[^1], CultureInfo.InvariantCulture);
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }

    /// <summary>A length is in seconds.</summary>
    private sealed class Seconds : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TimeSpan.FromMilliseconds((long)(reader.GetDecimal() * 1_000));

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
