using System.Net;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>Everybody of one teleconference, each signed in with a cookie of its own, as in a browser of its own.</summary>
internal sealed class CrewClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = WireOptions();
    private readonly string id;
    private readonly Dictionary<string, HttpClient> clients = [];
    private readonly CancellationTokenSource disposed = new();

    private CrewClient(string id) => this.id = id;

    /// <summary>Opens every link; each coordinator then follows its site's events, so that its line is up.</summary>
    internal static async Task<CrewClient> SignIn(
        Uri origin, string id, IEnumerable<(string? SiteId, string Token)> invitations, CancellationToken cancellationToken)
    {
        var player = new CrewClient(id);
        foreach (var (siteId, token) in invitations)
        {
            var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = origin };
            player.clients[siteId ?? ""] = client;
            (await client.PostAsJsonAsync("/api/sign-in", new SignIn(token), Json, cancellationToken)).EnsureSuccessStatusCode();
            if (siteId is not null) _ = player.Follow(client, $"/api/teleconferences/{id}/sites/{siteId}/events");
        }
        return player;
    }

    internal async Task<ControlView> View(CancellationToken cancellationToken) =>
        (await clients[""].GetFromJsonAsync<ControlView>($"/api/teleconferences/{id}/control", Json, cancellationToken))!;

    /// <summary>Sends until it is answered: the same command under the same id. A refusal is an answer.</summary>
    internal async Task Send(Command command, string? siteId, CancellationToken cancellationToken)
    {
        var sent = new CommandRequest(Guid.NewGuid().ToString(), command, siteId);
        while (true)
        {
            try
            {
                var client = clients[siteId ?? ""];
                using var answer = await client.PostAsJsonAsync($"/api/teleconferences/{id}/commands", sent, Json, cancellationToken);
                if ((int)answer.StatusCode < 500) return;
            }
            catch (HttpRequestException) when (!cancellationToken.IsCancellationRequested)
            {
                // The answer was lost, the command perhaps not: only sending it again tells.
            }
            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task Follow(HttpClient client, string path)
    {
        while (!disposed.IsCancellationRequested)
        {
            try
            {
                await using var events = await client.GetStreamAsync(path, disposed.Token);
                await events.CopyToAsync(Stream.Null, disposed.Token);
            }
            catch (Exception) when (!disposed.IsCancellationRequested)
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
        disposed.Cancel();
        foreach (var client in clients.Values) client.Dispose();
        disposed.Dispose();
    }

    private static JsonSerializerOptions WireOptions()
    {
        var options = DomainJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        options.AllowOutOfOrderMetadataProperties = true;
        return options;
    }
}
