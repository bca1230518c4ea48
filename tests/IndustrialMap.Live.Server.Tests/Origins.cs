using System.Net;
using System.Net.WebSockets;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Other sites' pages and other hosts' names are not let in; every answer carries the security headers.</summary>
public class Origins
{
    private const string Me = "/api/me", Show2021 = $"/api/teleconferences/{RunningConsole.Map2021}";

    /// <summary>Nothing from elsewhere, nothing written into a page, in nobody's frame.</summary>
    private static readonly string[] Policy =
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
        "manifest-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
    ];

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_sites_page_asks_for_is_refused_by_the_API_and_the_hub(string header, string value)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        foreach (var (method, path) in new[] { (HttpMethod.Get, Me), (HttpMethod.Post, $"{Show2021}/commands"), (HttpMethod.Get, "/hub"), (HttpMethod.Post, "/hub/negotiate") })
        {
            var reply = await operator_.Ask(new HttpRequestMessage(method, path) { Headers = { { header, value } } });
            Assert.Equal((path, HttpStatusCode.Forbidden, "foreign_origin"), (path, reply.Status, reply.Code));
        }
        await Assert.ThrowsAsync<WebSocketException>(() => HubLine.Open(console.Origin, new CookieContainer(), (header, value)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", null)]
    public async Task The_consoles_own_pages_are_let_in(string header, string? value)
    {
        await using var console = await RunningConsole.Start();
        var own = value ?? console.Origin.GetLeftPart(UriPartial.Authority);
        var reply = await console.Viewer().Ask(new HttpRequestMessage(HttpMethod.Get, Me) { Headers = { { header, own } } });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        await using var line = await HubLine.Open(console.Origin, new CookieContainer(), (header, own));
    }

    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    public async Task A_request_for_another_hosts_name_is_refused(string host)
    {
        await using var console = await RunningConsole.Start();
        foreach (var path in new[] { "/", Me, "/hub", "/openapi/v1.json" })
        {
            var reply = await console.Viewer().Ask(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } });
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData($"/watch/{RunningConsole.Map2021}")]
    [InlineData("/watch/none")]
    [InlineData($"/control/{RunningConsole.Map2021}")]
    [InlineData($"/site/{RunningConsole.Map2021}/shymkent")]
    [InlineData("/none")]
    [InlineData("/api/teleconferences")]
    [InlineData($"{Show2021}/public")]
    [InlineData($"{Show2021}/control")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_page_and_answer_carries_the_strict_policy(string path)
    {
        await using var console = await RunningConsole.Start();
        using var answer = await console.Viewer().Http.GetAsync(path);
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
        Assert.Equal(Policy, Header("Content-Security-Policy").Split("; "));
        Assert.Equal("camera=(), microphone=(), geolocation=()", Header("Permissions-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
