using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What the command line refuses, and what a public origin asks for.</summary>
public class Options
{
    [Theory]
    [InlineData("--public-origin", "--urls", "http://0.0.0.0:5080")]
    [InlineData("is not an address", "--urls", "http://*:5080")]
    [InlineData("--public-origin", "--urls", "http://127.0.0.1:5080;http://192.168.1.5:5080")]
    [InlineData("--behind-proxy", "--urls", "http://0.0.0.0:5080", "--public-origin", "https://live.example.kz")]
    [InlineData("origin", "--public-origin", "http://live.example.kz")]
    [InlineData("origin", "--public-origin", "https://live.example.kz/console")]
    [InlineData("--speed", "--speed", "0")]
    [InlineData("--speed", "--speed", "NaN")]
    [InlineData("--urls", "--urls", "")]
    [InlineData("needs a value", "--data")]
    [InlineData("needs a value", "import")]
    [InlineData("--fast", "--fast")]
    public void What_cannot_be_is_refused_with_a_message_that_says_what_to_do(string says, params string[] args) =>
        Assert.Contains(says, Assert.Throws<UsageException>(() => ConsoleOptions.Parse(args)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:5080")]
    [InlineData("--urls", "http://[::1]:5080;http://localhost:5081")]
    [InlineData("--urls", "https://0.0.0.0:443", "--public-origin", "https://live.example.kz")]
    [InlineData("--urls", "http://0.0.0.0:80", "--public-origin", "https://live.example.kz", "--behind-proxy")]
    public void What_is_safe_is_taken(params string[] args) => Assert.Equal("run", ConsoleOptions.Parse(args).Verb);

    [Fact]
    public async Task Behind_a_proxy_only_HTTPS_and_the_public_hosts_name_are_let_in()
    {
        await using var console = await RunningConsole.Start(null, null, "--public-origin", "https://live.example.kz", "--behind-proxy");
        async Task<HttpStatusCode> Ask(string host, string scheme, string origin) => (await console.Viewer().Ask(
            new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { { "Host", host }, { "X-Forwarded-Proto", scheme }, { "Origin", origin } } })).Status;

        Assert.Equal(HttpStatusCode.OK, await Ask("live.example.kz", "https", "https://live.example.kz"));
        Assert.Equal(HttpStatusCode.BadRequest, await Ask("live.example.kz", "http", "https://live.example.kz"));
        Assert.Equal(HttpStatusCode.BadRequest, await Ask("127.0.0.1", "https", "https://live.example.kz"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask("live.example.kz", "https", "https://elsewhere.example"));
    }
}
