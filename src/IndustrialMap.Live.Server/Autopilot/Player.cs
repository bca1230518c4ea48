using System.Net;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>Everybody of one teleconference, each signed in with a cookie of its own, as in a browser of its own.</summary>
internal sealed class Player : IDisposable
{
    private static readonly JsonSerializerOptions Json = WireOptions();
    private readonly string id;
    private readonly Dictionary<string, HttpClient> clients = [];
    private readonly CancellationTokenSource gone = new();

    private Player(string id) => this.id = id;

    /// <summary>Opens every link; each coordinator then follows its site's events, so that its line is up.</summary>
    internal static async Task<Player> SignIn(Uri origin, string id, IEnumerable<(string? SiteId, string Secret)> invitations, CancellationToken cancel)
    {
        var player = new Player(id);
        foreach (var (siteId, secret) in invitations)
        {
            var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = origin };
            player.clients[siteId ?? ""] = client;
            (await client.PostAsJsonAsync("/api/sign-in", new SignIn(secret), Json, cancel)).EnsureSuccessStatusCode();
            if (siteId is not null) _ = player.Follow(client, $"/api/teleconferences/{id}/sites/{siteId}/events");
        }
        return player;
    }

    internal async Task<ControlView> View(CancellationToken cancel) =>
        (await clients[""].GetFromJsonAsync<ControlView>($"/api/teleconferences/{id}/control", Json, cancel))!;

    /// <summary>Sends until it is answered: the same command under the same id. A refusal is an answer.</summary>
    internal async Task Send(Command command, string? siteId, CancellationToken cancel)
    {
        var sent = new SentCommand(Guid.NewGuid().ToString(), command, siteId);
        while (true)
        {
            try
            {
                using var answer = await clients[siteId ?? ""].PostAsJsonAsync($"/api/teleconferences/{id}/commands", sent, Json, cancel);
                if ((int)answer.StatusCode < 500) return;
            }
            catch (HttpRequestException) when (!cancel.IsCancellationRequested)
            {
                // The answer was lost, the command perhaps not: only sending it again tells.
            }
            await Task.Delay(100, cancel);
        }
    }

    private async Task Follow(HttpClient client, string path)
    {
        while (!gone.IsCancellationRequested)
        {
            try
            {
                await using var events = await client.GetStreamAsync(path, gone.Token);
                await events.CopyToAsync(Stream.Null, gone.Token);
            }
            catch (Exception) when (!gone.IsCancellationRequested)
            {
                await Task.Delay(500).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        foreach (var client in clients.Values) client.Dispose();
        gone.Dispose();
    }

    private static JsonSerializerOptions WireOptions()
    {
        var options = DomainJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        options.AllowOutOfOrderMetadataProperties = true;
        return options;
    }
}
