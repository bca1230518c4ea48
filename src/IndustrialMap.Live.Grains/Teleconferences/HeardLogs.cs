using System.Collections.Concurrent;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// What this server has heard of each show's log, and of its ledger's time. Should the ledger come to this server, it goes on from
/// there: a log of hours need not be read anew before the first command is answered, and the ledger knows how far this server's wall
/// clock is from the one by which the show's events were dated (see <see cref="ShowClock"/>). It is a memory and no truth: a ledger
/// begins with it only where the journal has its newest event, by its seal.
/// </summary>
public sealed class HeardLogs([ConsoleClock] TimeProvider clock)
{
    private sealed class Heard
    {
        internal FoldedLog Log { get; set; } = new();

        internal ClockReading? Clock { get; set; }
    }

    private readonly ConcurrentDictionary<string, Heard> all = new();

    /// <summary>Takes in what the ledger told one who follows it here.</summary>
    /// <param name="id">Of the teleconference.</param>
    public void Hear(string id, EventsAfter told)
    {
        var heard = Of(id);
        lock (heard)
        {
            heard.Clock = new(told.At, clock.GetTimestamp());
            // Another log is in its place: whoever follows it begins anew as well.
            if (told.Events is null) heard.Log = new();
            else Take(heard.Log, told.Events);
        }
    }

    /// <summary>What this server has read of a log itself, from its start.</summary>
    /// <param name="events">At least one.</param>
    /// <param name="folded">The fold behind the last of them.</param>
    public void Read(string id, IReadOnlyList<SealedEvent> events, Teleconference folded)
    {
        var log = new FoldedLog();
        log.Take(events, folded);
        var heard = Of(id);
        lock (heard) heard.Log = log;
    }

    /// <returns>The caller's own from here on.</returns>
    internal HeardLog Last(string id)
    {
        var heard = Of(id);
        lock (heard) return new(new(heard.Log), heard.Clock);
    }

    private Heard Of(string id) => all.GetOrAdd(id, static _ => new());

    private static void Take(FoldedLog log, IReadOnlyList<SealedEvent> events)
    {
        SealedEvent[] news = [.. events.SkipWhile(one => one.Envelope.Seq <= log.State.Seq)];
        // What begins further on came while this was begun anew.
        if (news.Length == 0 || news[0].Envelope.Seq != log.State.Seq + 1) return;
        log.Take(news, news.Aggregate(log.State, (state, one) => state.Apply(one.Envelope)));
    }
}

/// <param name="Log">As far as it was heard.</param>
/// <param name="Clock">The ledger's time when it last told it, beside this server's steady clock; null: it never has.</param>
internal sealed record HeardLog(FoldedLog Log, ClockReading? Clock);

/// <summary>What a wall clock and this process's steady one showed together.</summary>
internal sealed record ClockReading(DateTimeOffset Wall, long Steady);
