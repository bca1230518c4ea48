namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>The reader's language: the choice it made (the cookie), else the browser's, else English.</summary>
internal static class Languages
{
    internal const string Cookie = "lang";
    private static readonly string[] Known = ["en", "ru", "kk"];

    internal static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && Known.Contains(chosen)) return chosen;
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Known.Contains) ?? "en";
    }
}
