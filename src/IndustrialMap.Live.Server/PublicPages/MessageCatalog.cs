using System.Collections.Concurrent;
using System.Text.Json;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>The public screen's own words (src/web/lib/i18n/messages), of which the first paint needs those without arguments.</summary>
internal static class MessageCatalog
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Languages = new();

    internal static string Of(string language, string key) => Languages.GetOrAdd(language, Read)[key];

    private static Dictionary<string, string> Read(string language) =>
        new[] { "common", "watch" }.SelectMany(file => Read(language, file)).ToDictionary();

    private static Dictionary<string, string> Read(string language, string file)
    {
        using var words = typeof(MessageCatalog).Assembly.GetManifestResourceStream($"words/{language}/{file}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!;
    }
}
