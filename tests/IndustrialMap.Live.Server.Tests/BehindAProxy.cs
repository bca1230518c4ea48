using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What a public origin asks for, and whom a forwarded scheme or address is believed.</summary>
public class BehindAProxy
{
    private const string Origin = "https://live.example.kz";

    private static readonly string[] Proxied = ["--public-origin", Origin, "--behind-proxy"];

    [Fact]
    public async Task Only_HTTPS_the_public_hosts_name_and_its_own_pages_are_let_in()
    {
        await using var console = await RunningConsole.Start(null, null, Proxied);
        async Task<HttpStatusCode> Status(string host, string scheme, string origin) =>
            (await Ask(console, "/api/me", host, scheme, origin)).StatusCode;

        Assert.Equal(HttpStatusCode.OK, await Status("live.example.kz", "https", Origin));
        Assert.Equal(HttpStatusCode.BadRequest, await Status("live.example.kz", "http", Origin));
        Assert.Equal(HttpStatusCode.BadRequest, await Status("127.0.0.1", "https", Origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("live.example.kz", "https", "https://elsewhere.example"));
    }

    [Fact]
    public async Task Browsers_are_told_to_come_by_HTTPS_alone()
    {
        await using var console = await RunningConsole.Start(null, null, Proxied);
        using var page = await Ask(console, "/", "live.example.kz", "https", Origin);
        var hsts = Assert.Single(page.Headers.GetValues("Strict-Transport-Security"));
        Assert.Contains("max-age=2592000", hsts, StringComparison.Ordinal);

        await using var local = await RunningConsole.Start();
        Assert.False((await local.Viewer().Http.GetAsync("/")).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_cookie_is_for_this_site_and_for_no_script_and_with_a_public_origin_for_HTTPS_alone(bool isPublic)
    {
        await using var console = await RunningConsole.Start(null, null, isPublic ? Proxied : []);
        var secret = await console.OperatorsToken();
        var host = isPublic ? "live.example.kz" : console.Origin.Authority;
        using var request = Request("/api/sign-in", host, "https", isPublic ? Origin : null);
        (request.Method, request.Content) = (HttpMethod.Post, new StringContent(Wire.Of(new SignIn(secret)), null, "application/json"));
        using var answer = await console.Viewer().Http.SendAsync(request);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant().Split("; ");
        Assert.StartsWith("industrialmap=", cookie[0], StringComparison.Ordinal);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("path=/", cookie);
        Assert.Equal(isPublic, cookie.Contains("secure"));
    }

    [Theory]
    [InlineData(true, "https", "203.0.113.9")]
    [InlineData(false, "http", "127.0.0.1")]
    public async Task A_forwarded_scheme_and_address_are_believed_behind_a_proxy_alone(bool proxied, string scheme, string address)
    {
        var seen = new TaskCompletionSource<(string Scheme, string Address)>();
        void Look(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new Last(http =>
            seen.TrySetResult((http.Request.Scheme, http.Connection.RemoteIpAddress!.MapToIPv4().ToString()))));
        await using var console = await RunningConsole.Start(null, Look, proxied ? Proxied : []);
        using var answer = await Ask(console, "/no-such-page", proxied ? "live.example.kz" : console.Origin.Authority, "https", null);
        Assert.Equal((scheme, address), await seen.Task.WaitAsync(Until.Patience));
    }

    private static async Task<HttpResponseMessage> Ask(RunningConsole console, string path, string host, string scheme, string? origin)
    {
        using var request = Request(path, host, scheme, origin);
        return await console.Viewer().Http.SendAsync(request);
    }

    private static HttpRequestMessage Request(string path, string host, string scheme, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { { "Host", host }, { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "203.0.113.9" } },
        };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return request;
    }

    /// <summary>Stands behind all of the server's own middleware, where requests arrive that nothing has answered.</summary>
    private sealed class Last(Action<HttpContext> look) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((http, rest) =>
            {
                look(http);
                return rest(http);
            });
        };
    }
}
