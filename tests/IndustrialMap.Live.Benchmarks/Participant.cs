using System.Net;
using System.Net.Http.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Somebody who is signed in, as in a browser of its own: connections are kept open and used again.</summary>
internal sealed class Participant : IDisposable
{
    private Participant(Uri origin, string show)
    {
        Show = show;
        Http = new(new SocketsHttpHandler { CookieContainer = Cookies }) { BaseAddress = origin, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The show's id.</summary>
    internal string Show { get; }
    internal HttpClient Http { get; }
    internal CookieContainer Cookies { get; } = new();

    /// <summary>A viewer: signed in under nothing.</summary>
    internal static Participant Viewer(Uri origin, string show) => new(origin, show);

    /// <param name="link">A one-time link.</param>
    internal static async Task<Participant> SignIn(Uri origin, string show, string link)
    {
        var participant = new Participant(origin, show);
        using var answer = await participant.Http.PostAsJsonAsync("/api/sign-in", new { token = link[(link.IndexOf('#') + 1)..] });
        answer.EnsureSuccessStatusCode();
        return participant;
    }

    /// <exception cref="HttpRequestException">It was refused.</exception>
    internal async Task<CommandAnswer> Send(Command command)
    {
        using var answer = await Http.PostAsJsonAsync($"/api/teleconferences/{Show}/commands", new { CommandId = Guid.NewGuid().ToString(), Command = command }, DomainJson.Options);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<CommandAnswer>(DomainJson.Options))!;
    }

    public void Dispose() => Http.Dispose();
}
