using System.Text.Encodings.Web;
using System.Text.Unicode;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>Words and names for one reader, safe inside HTML.</summary>
/// <param name="language">en, ru or kk.</param>
internal sealed class HtmlLocalizer(string language)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal string Language => language;

    internal string T(string key) => Encoder.Encode(MessageCatalog.Of(language, key));

    internal static string Attribute(string value) => Encoder.Encode(value);

    /// <summary>A source's text in the language nearest to the reader's, and which one that is: as src/web/lib/i18n/text.ts.</summary>
    internal (string Html, string Language) Name(Text? of)
    {
        string[] nearest = language switch { "ru" => ["ru", "en", "kk"], "kk" => ["kk", "ru", "en"], _ => ["en", "ru", "kk"] };
        foreach (var each in nearest)
            if (In(of, each) is { Length: > 0 } text) return (Encoder.Encode(text), each);
        return ("", language);
    }

    private static string? In(Text? of, string language) => language switch { "ru" => of?.Ru, "kk" => of?.Kk, _ => of?.En };
}
