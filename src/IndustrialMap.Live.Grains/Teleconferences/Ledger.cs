using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// The log of one show, and the only way into it. Whatever waits is decided or admitted in order and appended in one transaction
/// (one wait for the disk serves all), and only then answered. An append names the place that it expects: if another activation or
/// process was first, the ledger reads what it missed and judges again. For one thread at a time, as a grain has; it awaits on
/// its caller's scheduler.
/// </summary>
/// <param name="heard">What this server had heard of the log and of the show's time before the ledger came to it.</param>
/// <param name="builds">Which events may be written; null: all.</param>
internal sealed partial class Ledger(
    IJournal journal, string id, TimeProvider time, EventUpcaster? upcaster = null, HeardLog? heard = null,
    IClusterBuilds? builds = null)
{
    /// <summary>Something that wants to be judged; null is no answer (the slice was another one, or nothing was asked).</summary>
    private sealed record Request(Func<CommandBatch, CommandAnswer?> Judge, TaskCompletionSource<Outcome> Outcome);

    /// <summary>How many requests one transaction takes at the most; the ledger's own word that the clock was set may come on top.</summary>
    private readonly int maxBatch = Math.Min(256, journal.MaxCommands - 1);

    private static readonly OneBuild Alone = new();

    private readonly LogReader reader = new(journal, id, upcaster);
    private readonly ShowClock clock = new(time);
    private readonly Queue<Request> waiting = new();
    private FoldedLog log = new();
    private Task? pump;

    /// <summary>What is on disk, folded.</summary>
    internal Teleconference State => log.State;

    internal Place Place => log.Place;

    /// <summary>The time of the show, UTC.</summary>
    internal DateTimeOffset Time => clock.InStep;

    /// <summary>Whether the log was read: at first when somebody asks for something.</summary>
    internal bool IsRead => State.Seq > 0;

    /// <summary>That the log cannot be read on; null while it can.</summary>
    internal LedgerFailure? Unreadable { get; private set; }

    /// <summary>A command whose rules look across the show.</summary>
    internal Task<Outcome> Send(CommandEnvelope envelope) => Post(batch => batch.Decide(envelope));

    /// <summary>What a launch or a site has decided. Neither an answer nor a failure: it decided on another slice than there is now.</summary>
    /// <param name="sliceSeq">The seq of the proposer's slice in a state.</param>
    internal Task<Outcome> Admit(Proposal proposal, Func<Teleconference, long?> sliceSeq) =>
        Post(batch => batch.Admit(proposal, sliceSeq(batch.State)));

    /// <summary>Reads what others have written since, if anything, and looks whether the clock was set.</summary>
    internal Task<Outcome> Look() => Post(_ => null);

    /// <summary>
    /// Whoever comes and finds nobody at work takes the work up, until nothing waits. No timer keeps a pump going: an idle ledger has
    /// none, and may leave.
    /// </summary>
    private Task<Outcome> Post(Func<CommandBatch, CommandAnswer?> judge)
    {
        var request = new Request(judge, new());
        waiting.Enqueue(request);
        if (pump is null or { IsCompleted: true })
        {
            // What waits is everybody's: nothing of the caller who happens to come first goes along.
            AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
            pump = Pump();
            flow?.Undo();
        }
        return request.Outcome.Task;
    }

    private async Task Pump()
    {
        while (waiting.Count > 0)
        {
            var requests = new List<Request>();
            while (requests.Count < maxBatch && waiting.TryDequeue(out var request)) requests.Add(request);
            try
            {
                var answers = await JudgeAll(requests);
                Unreadable = null;
                for (var i = 0; i < requests.Count; i++) requests[i].Outcome.SetResult(answers[i]);
            }
            catch (Exception failure)
            {
                // The show must go on, and whoever waits may send the same again.
                Fail(requests, failure);
            }
        }
    }

    private void Fail(List<Request> requests, Exception failure)
    {
        var told = LedgerFailure.Of(failure);
        if (told?.Kind == LedgerFailureKind.LogUnreadable) Unreadable = told;
        foreach (var request in requests)
        {
            if (told is null) request.Outcome.TrySetException(failure);
            else request.Outcome.TrySetResult(new(null, told));
        }
    }

    private async Task<Outcome[]> JudgeAll(List<Request> requests)
    {
        if (!IsRead)
        {
            if (!await Begin()) return Array.ConvertAll(requests.ToArray(), _ => NoLog);
            clock.Begin(heard?.Clock);
        }
        while (true)
        {
            var batch = new CommandBatch(State, clock.Now, log.Answered, builds ?? Alone);
            TellClockStep(batch);
            var outcomes = Array.ConvertAll(requests.ToArray(), request => new Outcome(request.Judge(batch)));
            // An append would have told if another process was first; a refusal has to look.
            if (batch.Events.Count == 0 ? !await ReadOn() : await Store(batch)) return outcomes;
        }
    }

    private Outcome NoLog => new(null, new(LedgerFailureKind.NoLog, $"The journal has no log \"{id}\"."));

    private void TellClockStep(CommandBatch batch)
    {
        if (clock.Step is not { } step) return;
        batch.Decide(CommandEnvelope.Own(new ReportClockStep((long)step.TotalMilliseconds), Actor.Server));
        if (batch.Events.Count == 0) clock.Synchronize();
    }

    /// <summary>From what this server has heard of the log, where the journal has it too; else from its start.</summary>
    /// <returns>False: there is no log.</returns>
    private async Task<bool> Begin()
    {
        if (heard is not { Log.State.Seq: > 0 } known || await reader.From(known.Log.Place) is not [var newest, .. var behind]) return await ReadOn();
        log = known.Log;
        reader.Skip(newest.Recorded);
        recent.BeginAt(log.Place);
        clock.Accept(newest.Envelope, withStep: false);
        if (behind.Length > 0) Take(behind);
        return true;
    }

    /// <summary>False if another process was first: what it wrote was read, and everything is to be judged again.</summary>
    private async Task<bool> Store(CommandBatch batch)
    {
        var result = await journal.Append(id, Place, batch.ToStore);
        if (result is AppendResult.Appended appended)
        {
            reader.Skip(appended.Events[^1]);
            Accept(batch.State, [.. batch.Events.Zip(appended.Events, (envelope, stored) => stored.With(envelope))]);
            return true;
        }
        if (result is AppendResult.WrongExpectedPlace wrong && reader.Chain.Check(wrong.Newest) is { } damage) throw new LogDamagedException(damage);
        // Judging the same again without anything new would never end.
        return await ReadOn() ? false : throw new JournalContradictionException(id, result);
    }

    /// <summary>True if others had written something.</summary>
    private async Task<bool> ReadOn()
    {
        var missed = await reader.Missed();
        if (missed.Count == 0) return false;
        Take(missed);
        return true;
    }

    private void Take(IReadOnlyList<ReadEvent> missed)
    {
        var folded = missed.Fold(State);
        reader.Skip(missed[^1].Recorded);
        Accept(folded, [.. missed.Select(read => read.Sealed)]);
    }

    private void Accept(Teleconference next, IReadOnlyList<SealedEvent> events)
    {
        log.Take(events, next);
        clock.Accept(events[^1].Envelope, events.Any(sealedEvent => sealedEvent.Envelope.Event is ClockStepped));
        Tell(events);
    }
}
