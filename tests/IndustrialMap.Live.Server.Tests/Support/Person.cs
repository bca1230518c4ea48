using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>An answer over HTTP.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, string? MediaType)
{
    internal CommandAnswer Answer => Wire.Read<CommandAnswer>(Body);

    internal JsonElement Problem => JsonDocument.Parse(Body).RootElement;

    internal string? Code => MediaType == "application/problem+json" ? Problem.GetProperty("code").GetString() : null;
}

/// <summary>Somebody with a browser: cookies of its own, HTTP and the hub.</summary>
/// <param name="way">Between this person and the server; null: nothing.</param>
internal sealed class Person(Uri origin, DelegatingHandler? way = null) : IAsyncDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly List<HubLine> lines = [];
    private HttpClient? http;

    internal Uri Origin => origin;

    internal HttpClient Http => http ??= new HttpClient(Way(Direct())) { BaseAddress = origin };

    internal async Task SignIn(string secret) =>
        Assert.Equal(HttpStatusCode.OK, (await Post("/api/sign-in", Wire.Of(new SignIn(secret)))).Status);

    internal Task<Reply> Send(string id, Command command, string? asSite = null, string? commandId = null) =>
        Post($"/api/teleconferences/{id}/commands", Wire.Of(new CommandRequest(commandId ?? NewId(), command, asSite)));

    /// <summary>Sends a command that must be taken.</summary>
    internal async Task<CommandAnswer> Give(string id, Command command, string? asSite = null)
    {
        var reply = await Send(id, command, asSite);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{command}: {reply.Body}");
        return reply.Answer;
    }

    internal Task<Reply> Post(string path, string json) => Post(path, new StringContent(json, Encoding.UTF8, "application/json"));

    internal Task<Reply> Post(string path, HttpContent content) => Ask(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    internal Task<Reply> Get(string path) => Ask(new HttpRequestMessage(HttpMethod.Get, path));

    internal async Task<Reply> Ask(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await Http.SendAsync(request);
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
        }
    }

    internal async Task<T> Read<T>(string path) => (await Http.GetFromJsonAsync<T>(path, Wire.Json))!;

    internal Task<ControlView> Control(string id) => Read<ControlView>($"/api/teleconferences/{id}/control");

    internal Task<SiteView> Site(string id, string siteId) => Read<SiteView>($"/api/teleconferences/{id}/sites/{siteId}");

    internal Task<PublicView> Public(string id) => Read<PublicView>($"/api/teleconferences/{id}/public");

    internal Task<List<LoggedEvent>> Log(string id, long after = 0) => Read<List<LoggedEvent>>($"/api/teleconferences/{id}/log?after={after}");

    /// <summary>Follows server-sent events from after a place on.</summary>
    /// <param name="what">"public", "control" or "sites/ID".</param>
    internal Task<EventStream> Follow(string id, string what, Place? after = null) =>
        EventStream.Open(Http, $"/api/teleconferences/{id}/{what}/events", after);

    internal async Task<HubLine> Hub()
    {
        var line = await HubLine.Open(origin, cookies);
        lines.Add(line);
        return line;
    }

    /// <summary>Where a proxy ends HTTPS, its certificate is the tests' own.</summary>
    private SocketsHttpHandler Direct() => new()
    {
        CookieContainer = cookies,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => origin.Host == "localhost" },
    };

    private HttpMessageHandler Way(SocketsHttpHandler direct)
    {
        if (way is null) return direct;
        way.InnerHandler = direct;
        return way;
    }

    internal static string NewId() => Guid.NewGuid().ToString();

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) await line.DisposeAsync();
        http?.Dispose();
    }
}
