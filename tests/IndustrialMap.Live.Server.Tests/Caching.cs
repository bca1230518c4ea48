using System.IO.Compression;
using System.Net;
using System.Text;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What caches may keep, and how small a page travels.</summary>
public class Caching
{
    private const string Watch = $"/watch/{RunningConsole.Map2021}", Public = $"/api/teleconferences/{RunningConsole.Map2021}/public";

    [Theory]
    [InlineData("/api/me", "no-store")]
    [InlineData("/api/teleconferences", "no-store")]
    [InlineData(Public, "no-cache")]
    [InlineData(Watch, "no-cache")]
    [InlineData("/site-worker.js", "no-cache")]
    [InlineData("/plan-format.schema.json", "no-cache")]
    public async Task What_changes_is_never_taken_from_a_cache_unasked(string path, string control)
    {
        await using var console = await RunningConsole.Start();
        using var answer = await console.Viewer().Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, control), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task A_built_file_that_carries_its_hash_is_kept_for_a_year()
    {
        await using var console = await RunningConsole.Start();
        var file = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets"), "*.js").First();
        using var answer = await console.Viewer().Http.GetAsync($"/assets/{Path.GetFileName(file)}");
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_page_says_that_it_differs_by_language()
    {
        await using var console = await RunningConsole.Start();
        using var answer = await console.Viewer().Http.GetAsync(Watch);
        Assert.Superset(new HashSet<string> { "Accept-Language", "Cookie" }, answer.Headers.Vary.ToHashSet());
    }

    [Theory]
    [InlineData("br", Watch)]
    [InlineData("gzip", Watch)]
    [InlineData("br", Public)]
    public async Task What_viewers_load_travels_compressed_and_as_small_as_the_framework_makes_it(string encoding, string path)
    {
        await using var console = await RunningConsole.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await console.Viewer().Http.SendAsync(request);
        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));

        var sent = await answer.Content.ReadAsByteArrayAsync();
        var plain = Encoding.UTF8.GetBytes((await console.Viewer().Get(path)).Body);
        var (fastest, optimal) = (Compressed(encoding, plain, CompressionLevel.Fastest), Compressed(encoding, plain, CompressionLevel.Optimal));
        Assert.True(sent.Length - optimal < fastest - sent.Length, $"{sent.Length} bytes; fastest {fastest}, optimal {optimal}");
    }

    private static int Compressed(string encoding, byte[] plain, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (Stream into = encoding == "br" ? new BrotliStream(compressed, level, true) : new GZipStream(compressed, level, true)) into.Write(plain);
        return (int)compressed.Length;
    }
}
