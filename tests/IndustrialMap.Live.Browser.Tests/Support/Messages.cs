using System.Text.Json;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>The words of the screens, as src/web keeps them.</summary>
internal static class Messages
{
    internal static readonly IReadOnlyList<string> Languages = ["en", "ru", "kk"];

    /// <summary>What the screens say in one language, by screen and key.</summary>
    internal static IReadOnlyDictionary<string, string> In(string language) =>
        Directory.GetFiles(Path.Combine(Repository.Messages, language), "*.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
                .Select(message => ($"{Path.GetFileNameWithoutExtension(file)}/{message.Key}", message.Value)))
            .ToDictionary(pair => pair.Item1, pair => pair.Value);

    /// <summary>Keys that no text of a screen can be by chance: of several words, written as one.</summary>
    internal static IReadOnlyList<string> RawKeys =>
        [.. In("en").Keys.Select(key => key[(key.IndexOf('/') + 1)..]).Where(key => key.Any(letter => char.IsUpper(letter) || letter == '_'))];

    /// <summary>What the other languages say, and this one says otherwise: none of it may be read on this one's screens.</summary>
    internal static IReadOnlyList<string> Foreign(string language)
    {
        var own = In(language).Values.ToHashSet();
        return [.. Languages.Where(other => other != language).SelectMany(other => In(other).Values).Where(message => !own.Contains(message)).Distinct()];
    }
}
