using System.Collections.Concurrent;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Pages;

/// <summary>The screens' own words (src/views/language/messages), of which the first paint needs those without arguments.</summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Languages = new();

    internal static string Of(string language, string key) => Languages.GetOrAdd(language, Read)[key];

    private static IReadOnlyDictionary<string, string> Read(string language)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream($"words.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
