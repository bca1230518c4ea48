using System.Net;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Autopilot;

/// <summary>The autopilot cannot play, and to try again does not help. The message says what and what to do; no secret is in it.</summary>
internal sealed class CannotPlayException(string message) : Exception(message);

/// <summary>
/// An operator and some sites of one teleconference, each signed in with a cookie of its own, as in a browser of its own. Nothing here
/// knows which server it talks to.
/// </summary>
internal sealed class CrewClient : IDisposable
{
    private static readonly JsonSerializerOptions Json = WireOptions();
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1), BeforeNextTry = TimeSpan.FromMilliseconds(100);

    /// <summary>The whole of an answer: a server may stand still in the middle of one.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private readonly string id;
    private readonly Dictionary<string, HttpClient> clients = [];
    private readonly CancellationTokenSource disposed = new();

    private CrewClient(string id) => this.id = id;

    internal IEnumerable<string> Sites => clients.Keys.Where(site => site.Length > 0);

    /// <summary>Opens every link; each coordinator then asks for its site's view each second, so that its line is up.</summary>
    /// <param name="servers">Of the show: any of them may be asked.</param>
    /// <param name="tokens">Of one-time links, an operator's among them.</param>
    /// <exception cref="CannotPlayException">A link opens nothing, or nothing of this teleconference; or there is no operator's.</exception>
    internal static async Task<CrewClient> SignIn(
        IReadOnlyList<Uri> servers, string id, IEnumerable<string> tokens, CancellationToken cancellationToken)
    {
        var crew = new CrewClient(id);
        try
        {
            var number = 0;
            foreach (var token in tokens) await crew.Open(servers, token, ++number, cancellationToken);
            if (!crew.clients.ContainsKey("")) throw new CannotPlayException("None of the links is an operator's: make one with \"invite\".");
            foreach (var site in crew.Sites) _ = crew.KeepLineUp(site);
            return crew;
        }
        catch (Exception)
        {
            crew.Dispose();
            throw;
        }
    }

    /// <summary>What the control room sees, and what time it is there.</summary>
    /// <exception cref="CannotPlayException">There is no such teleconference, or the operator's sign-in has ended.</exception>
    internal async Task<(ControlView View, DateTimeOffset Now)> Look(CancellationToken cancellationToken)
    {
        using var answer = await clients[""].GetAsync($"/api/teleconferences/{id}/control/messages", cancellationToken);
        if (answer.StatusCode is HttpStatusCode.NotFound) throw new CannotPlayException($"There is no teleconference \"{id}\".");
        if (answer.StatusCode is HttpStatusCode.Forbidden) throw new CannotPlayException("The operator's sign-in has ended.");
        answer.EnsureSuccessStatusCode();
        var messages = await answer.Content.ReadFromJsonAsync<ControlMessage[]>(Json, cancellationToken);
        return (messages![0].View!, messages[^1].Heartbeat!.At);
    }

    /// <summary>
    /// Sends until it is answered: the same command under the same id, whichever server answers. A refusal is an answer. Of a site that
    /// is not of this crew nothing is sent: people play it.
    /// </summary>
    internal async Task Send(Command command, string? siteId, CancellationToken cancellationToken)
    {
        if (!clients.TryGetValue(siteId ?? "", out var client)) return;
        var sent = new CommandRequest(Guid.NewGuid().ToString(), command, siteId);
        while (true)
        {
            try
            {
                using var answer = await client.PostAsJsonAsync($"/api/teleconferences/{id}/commands", sent, Json, cancellationToken);
                if ((int)answer.StatusCode < 500) return;
            }
            catch (Exception lost) when (IsAway(lost, cancellationToken))
            {
                // The answer was lost, the command perhaps not: only sending it again tells.
            }
            await Task.Delay(BeforeNextTry, cancellationToken);
        }
    }

    /// <param name="number">Of the link among those that were given, from 1: its token is repeated nowhere.</param>
    private async Task Open(IReadOnlyList<Uri> servers, string token, int number, CancellationToken cancellationToken)
    {
        var client = new HttpClient(new ServersInTurn(servers)) { BaseAddress = servers[0], Timeout = AnswerWithin };
        using var answer = await Ask(client, token, servers.Count, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var why = await Why(answer, cancellationToken);
            client.Dispose();
            throw new CannotPlayException($"Link {number}: {why}");
        }
        var me = (await answer.Content.ReadFromJsonAsync<Me>(Json, cancellationToken))!;
        var site = me.Role == Role.Operator ? "" : me.Sites.FirstOrDefault(site => site.Teleconference == id)?.SiteId;
        if (site is null || !clients.TryAdd(site, client))
        {
            client.Dispose();
            throw new CannotPlayException(site is null
                ? $"Link {number} is for a site of another teleconference than \"{id}\"."
                : $"Link {number} is for {(site.Length == 0 ? "an operator" : $"the site \"{site}\"")}, as one before it.");
        }
    }

    /// <summary>Each server once: a link that has been opened by an answer that was lost cannot be opened again.</summary>
    private static async Task<HttpResponseMessage> Ask(HttpClient client, string token, int tries, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await client.PostAsJsonAsync("/api/sign-in", new SignIn(token), Json, cancellationToken);
                if ((int)answer.StatusCode < 500) return answer;
                answer.Dispose();
                throw new HttpRequestException($"It answers {(int)answer.StatusCode}.");
            }
            catch (Exception away) when (IsAway(away, cancellationToken))
            {
                if (--tries == 0) throw new CannotPlayException($"No server can be reached: {away.Message}");
            }
        }
    }

    private static bool IsAway(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested;

    /// <summary>What the server says, or that it is none: a proxy's page, or a server that does not know itself by this name.</summary>
    private static async Task<string> Why(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Json, cancellationToken);
            if (problem.TryGetProperty("code", out var code) && code.GetString() is "link_spent" or "https_required" or "too_many_visitors")
                return $"{problem.GetProperty("title").GetString()} {problem.GetProperty("detail").GetString()}";
        }
        catch (JsonException)
        {
            // No problem details.
        }
        return $"{answer.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority)} answers {(int)answer.StatusCode} to a sign-in. "
            + "Give the address by which browsers reach the console, with https:// where it has one.";
    }

    private async Task KeepLineUp(string site)
    {
        using var timer = new PeriodicTimer(BetweenQuestions);
        do
        {
            try
            {
                using var answer = await clients[site].GetAsync($"/api/teleconferences/{id}/sites/{site}/messages", disposed.Token);
            }
            catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
            {
                if (disposed.IsCancellationRequested) return;
            }
        }
        while (await timer.WaitForNextTickAsync());
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
