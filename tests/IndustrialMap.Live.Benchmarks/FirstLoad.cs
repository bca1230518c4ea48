using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// What a viewer's browser loads at first. Chromium opens the page with an empty cache, and every file it asks for until
/// the page is live is asked for once more as gzip, and its bytes counted: bodies alone, without headers. Fonts are named
/// and left out of the sum; the live line itself is no file.
/// </summary>
internal static class FirstLoad
{
    private const string Page = "/watch/2021-industrialization-map";

    internal static async Task Measure(Report report)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
        {
            report.Say($"First load was not measured: there is no {chromium}.");
            return;
        }
        using var server = await ServerProcess.Start(Place.NewFolder());
        var asked = await Asked(chromium, server.Origin);

        report.Table("First load of the public page, gzipped", "file", "bytes");
        using var http = new HttpClient { BaseAddress = server.Origin };
        var sum = 0;
        foreach (var (path, isFont) in asked)
        {
            var bytes = await Gzipped(http, path);
            if (!isFont) sum += bytes;
            report.Row($"{path}{(isFont ? " (font, left out)" : "")}", Count(bytes));
        }
        report.Row("**sum**", $"**{Count(sum)}** ({(sum / 1024.0).ToString("0.0", CultureInfo.InvariantCulture)} KiB)");
    }

    private static async Task<IReadOnlyList<(string Path, bool IsFont)>> Asked(string chromium, Uri origin)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { Locale = "en" });
        var asked = new List<(string Path, bool IsFont)>();
        var live = new TaskCompletionSource();
        page.Request += (_, request) =>
        {
            var uri = new Uri(request.Url);
            if (uri.AbsolutePath.EndsWith("/events", StringComparison.Ordinal)) live.TrySetResult();
            else if (uri.Scheme.StartsWith("http", StringComparison.Ordinal)) asked.Add((uri.PathAndQuery, request.ResourceType == "font"));
        };
        await page.GotoAsync(new Uri(origin, Page).ToString());
        await Task.WhenAny(live.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        await Quiet(asked);
        return [.. asked.Distinct()];
    }

    /// <summary>Until a second has gone by in which nothing was asked for.</summary>
    private static async Task Quiet(List<(string, bool)> asked)
    {
        for (var before = -1; before != asked.Count;)
        {
            before = asked.Count;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<int> Gzipped(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static string Count(int bytes) => bytes.ToString("#,0", CultureInfo.InvariantCulture);
}
