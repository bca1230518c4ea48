using System.Net.ServerSentEvents;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>A reader of server-sent events.</summary>
/// <param name="path">Below the show: "control", "sites/site-1" or "public".</param>
internal sealed class EventsScreen(Participant participant, string path) : Screen
{
    protected override async Task Follow(CancellationToken cancellationToken)
    {
        await using var stream = await participant.Http.GetStreamAsync($"/api/teleconferences/{participant.Show}/{path}/events", cancellationToken);
        await foreach (var message in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            if (message.EventType != "beat") Got(Journal.Place.Parse(message.EventId!).Seq);
    }
}
