using System.Collections.Concurrent;
using System.Net;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>A screen that sends each command, under its own id, until it is answered, whatever becomes of the server meanwhile.</summary>
/// <param name="pause">Between an answer and the next command.</param>
internal sealed class Sender(Person person, string id, TimeSpan pause = default)
{
    /// <summary>A dead server refuses at once: a sender without a pause would only keep the machine busy.</summary>
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(20);

    /// <summary>Taken commands that always leave one event, with the seq they were answered with.</summary>
    internal ConcurrentDictionary<string, long> Answered { get; } = new();

    /// <summary>When the newest command that was answered was first sent, UTC.</summary>
    internal DateTime AnsweredSince { get; private set; }

    /// <summary>Sends commands until cancelled; the last one may be left without an answer.</summary>
    internal async Task Send(Func<Task<(Command Command, string? AsSite)?>> next, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await Try(next) is not { } chosen)
            {
                await Task.Delay(BeforeNextTry, CancellationToken.None);
                continue;
            }
            var (commandId, sent) = (Person.NewId(), DateTime.UtcNow);
            Reply? reply = null;
            while (reply is null && !cancellationToken.IsCancellationRequested)
            {
                reply = await Try(() => Once(chosen, commandId));
                if (reply is null) await Task.Delay(BeforeNextTry, CancellationToken.None);
            }
            if (reply is not null) AnsweredSince = sent;
            // Also a call that finds that the autopilot was first leaves one, that it was answered; a start leaves two.
            if (pause > TimeSpan.Zero) await Task.Delay(pause, CancellationToken.None);
            if (reply?.Status == HttpStatusCode.OK && chosen.Command is not Start) Answered[commandId] = reply.Answer.Seq;
        }
    }

    /// <summary>Null as long as the server cannot take it, or a proxy finds none.</summary>
    private async Task<Reply?> Once((Command Command, string? AsSite) chosen, string commandId)
    {
        var reply = await person.Send(id, chosen.Command, chosen.AsSite, commandId);
        return reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout ? null : reply;
    }

    private static async Task<T?> Try<T>(Func<Task<T?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return default;
        }
    }
}
