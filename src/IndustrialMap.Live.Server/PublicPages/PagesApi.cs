using System.Text;
using IndustrialMap.Live.Views;
using Microsoft.Net.Http.Headers;

namespace IndustrialMap.Live.Server.PublicPages;

/// <summary>
/// The screens. Each is one built html file; the server sets its language, and for viewers puts the numbers into it, so
/// that they are there before any script has run.
/// </summary>
internal static class PagesApi
{
    internal static void MapPages(this WebApplication app)
    {
        var files = new PageFiles(app.Environment.WebRootPath);
        app.MapGet("/", (HttpContext http) => files.Page("home", http)).ExcludeFromDescription();
        app.MapGet("/sign-in", (HttpContext http) => files.Page("sign-in", http)).ExcludeFromDescription();
        app.MapGet("/control/{id}", (HttpContext http) => files.Page("control", http)).ExcludeFromDescription();
        app.MapGet("/site/{id}/{siteId}", (HttpContext http) => files.Page("site", http)).ExcludeFromDescription();
        app.MapGet("/watch/{id}", async (string id, HttpContext http, Teleconferences teleconferences) =>
        {
            if (await teleconferences.LookUp(id) is not { } teleconference)
                return files.Page("watch", http, teleconferences.FindUnreadable(id) is null ? 404 : 503);
            await teleconference.TryRefresh();
            return files.Watch(teleconference.Views.PublicView, http);
        }).ExcludeFromDescription();
        app.UseStaticFiles(new StaticFileOptions
        {
            // Built files carry a hash of what they hold in their name, so they never change.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}

/// <summary>The built screens.</summary>
internal sealed class PageFiles(string root)
{
    /// <summary>Beside the program, where the build puts them.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    internal IResult Page(string name, HttpContext http, int status = 200) =>
        Html(Read(name), Languages.Of(http.Request), http, status);

    internal IResult Watch(PublicView view, HttpContext http)
    {
        var language = Languages.Of(http.Request);
        var page = Read("watch")
            .Replace("<!--first-paint-->", ServerRenderedPage.Render(view, language), StringComparison.Ordinal)
            .Replace("<!--view-->", ServerRenderedPage.Data(view), StringComparison.Ordinal);
        return Html(page, language, http, 200);
    }

    private static IResult Html(string page, string language, HttpContext http, int status)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = $"{HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}";
        return Results.Text(page.Replace("lang=\"en\"", $"lang=\"{language}\"", StringComparison.Ordinal), "text/html", Encoding.UTF8, status);
    }

    private string Read(string name)
    {
        var file = Path.Combine(root, $"{name}.html");
        return File.Exists(file) ? File.ReadAllText(file) : throw new FileNotFoundException("The screens are not built: build the project with Node.js 20 or newer installed.", file);
    }
}
