using System.Collections.Concurrent;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>Where a log stands: its newest seq and seal.</summary>
/// <param name="At">The time of the newest event, UTC.</param>
public sealed record TeleconferenceHead(LogChain Chain, DateTimeOffset At);

/// <summary>What follows a teleconference: told of each new state, where the log stands, and the events that led to it.</summary>
public delegate void EventsAccepted(Teleconference state, Place place, IReadOnlyList<EventEnvelope> events);

/// <summary>
/// One teleconference in this process: a mailbox that takes all the commands that wait, decides them in order, appends
/// their events in one transaction (one wait for the disk serves them all), and only then answers and publishes. An
/// append names the place it expects: if another process was first, the host reads what it missed and decides again.
/// </summary>
public sealed class TeleconferenceHost : IAsyncDisposable
{
    private sealed record Letter(CommandEnvelope? Envelope, TaskCompletionSource<CommandAnswer> Answer);

    /// <summary>How many commands one transaction takes at the most.</summary>
    private const int LargestBatch = 256;

    private readonly IJournal journal;
    private readonly EventsAccepted? accepted;
    private readonly EventUpcaster upcaster;
    private readonly ShowClock clock;
    private readonly ConcurrentQueue<Letter> mailbox = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, AnsweredCommand> answered = [];
    private Task pump = Task.CompletedTask;
    private bool pumping, closed;
    private Teleconference state = Teleconference.Initial;
    private TeleconferenceHead head;

    private TeleconferenceHost(IJournal journal, string id, TimeProvider time, EventsAccepted? accepted, EventUpcaster upcaster)
    {
        (this.journal, Id, this.accepted, this.upcaster) = (journal, id, accepted, upcaster);
        (clock, head) = (new ShowClock(time), new(LogChain.Start(id), default));
    }

    public string Id { get; }

    /// <summary>What is on disk, folded.</summary>
    public Teleconference State => Volatile.Read(ref state);

    /// <summary>How far the log was followed.</summary>
    public TeleconferenceHead Head => Volatile.Read(ref head);

    /// <summary>Writes the first event of a new log.</summary>
    /// <returns>False if there is a log of this id already: it is never written over.</returns>
    public static async Task<bool> Draft(IJournal journal, TeleconferencePlan plan, Actor by, TimeProvider clock)
    {
        var drafted = new EventEnvelope(1, clock.GetUtcNow(), by, new TeleconferenceDrafted(plan));
        var id = Guid.NewGuid().ToString();
        return await journal.Append(plan.Id, Place.Start, [EventCodec.Write(id, default, drafted)]) is AppendResult.Appended;
    }

    /// <summary>Reads the log and folds it.</summary>
    /// <param name="accepted">Called after the events are on disk, one call at a time.</param>
    /// <exception cref="LogUnreadableException">The log is damaged, or holds what this version does not know.</exception>
    public static async Task<TeleconferenceHost> Open(
        IJournal journal, string id, TimeProvider clock, EventsAccepted? accepted = null, EventUpcaster? upcaster = null)
    {
        var host = new TeleconferenceHost(journal, id, clock, accepted, upcaster ?? EventUpcaster.Today);
        try
        {
            await host.CatchUp();
            host.clock.Synchronize();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="ObjectDisposedException">The host is closing: nothing was stored, send it again.</exception>
    /// <exception cref="Exception">What the journal threw: nothing of this command is known to be stored, send it again.</exception>
    public Task<CommandAnswer> Send(CommandEnvelope envelope) => Post(envelope);

    /// <summary>Reads what other processes have written since, if anything, and looks at the clock.</summary>
    public Task CatchUp() => Post(null);

    /// <summary>Records a step of the server's clock, if there was one. Called each second, so that a show without commands sees it, too.</summary>
    public Task CheckClock() => clock.Step is null ? Task.CompletedTask : Post(null);

    /// <summary>
    /// Whoever finds nobody at the mailbox works it off, up to the wait for the disk: a command that comes alone is answered
    /// without waking another thread but the one that wrote.
    /// </summary>
    private Task<CommandAnswer> Post(CommandEnvelope? envelope)
    {
        var letter = new Letter(envelope, new());
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            mailbox.Enqueue(letter);
            if (pumping) return letter.Answer.Task;
            pumping = true;
        }
        // The mailbox is everybody's: nothing of the sender who happens to open it goes along.
        AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        pump = Pump();
        flow?.Undo();
        return letter.Answer.Task;
    }

    private async Task Pump()
    {
        while (true)
        {
            var batch = new List<Letter>();
            while (batch.Count < LargestBatch && mailbox.TryDequeue(out var letter)) batch.Add(letter);
            var answers = await Decide(batch);
            bool done;
            lock (gate)
            {
                done = mailbox.IsEmpty;
                if (done) pumping = false;
            }
            // The last one goes on at once, on this thread: nobody waits for the mailbox any more.
            if (done && answers is [var only]) only();
            else foreach (var answer in answers) ThreadPool.UnsafeQueueUserWorkItem(static answer => answer(), answer, preferLocal: true);
            if (done) return;
        }
    }

    /// <summary>What tells each sender its answer, or what failed: the show must go on, and whoever waits may send the same command again.</summary>
    private async Task<IReadOnlyList<Action>> Decide(List<Letter> batch)
    {
        try
        {
            var answers = await DecideAll(batch);
            return [.. batch.Zip(answers, (letter, answer) => (Action)(() => letter.Answer.TrySetResult(answer)))];
        }
        catch (Exception failure)
        {
            return batch.ConvertAll(letter => (Action)(() => letter.Answer.TrySetException(failure)));
        }
    }

    private async Task<List<CommandAnswer>> DecideAll(List<Letter> letters)
    {
        while (true)
        {
            var batch = new CommandBatch(state, clock.Now, answered);
            TellClockStep(batch);
            var answers = letters.ConvertAll(letter => letter.Envelope is { } envelope ? batch.Decide(envelope) : new CommandAnswer("", batch.State.Seq));
            if (batch.Events.Count == 0)
            {
                // An append would have told if another process was first; a refusal has to look.
                if (await ReadOn()) continue;
            }
            else if (!await Store(batch)) continue;
            return answers;
        }
    }

    private void TellClockStep(CommandBatch batch)
    {
        if (clock.Step is not { } step) return;
        batch.Decide(CommandEnvelope.Own(new ReportClockStep((long)step.TotalMilliseconds), Actor.Server));
        if (batch.Events.Count == 0) clock.Synchronize();
    }

    /// <summary>False if another process was first: what it wrote was read, and everything is to be decided again.</summary>
    private async Task<bool> Store(CommandBatch batch)
    {
        var result = await journal.Append(Id, head.Chain.Place, batch.ToStore);
        if (result is AppendResult.Appended appended)
        {
            Accept(batch.State, LogChain.At(appended.Events[^1]), batch.Events, batch.Accepted);
            return true;
        }
        if (result is AppendResult.WrongExpectedPlace wrong && head.Chain.Check(wrong.Newest) is { } damage) throw new LogDamagedException(damage);
        // Deciding the same again without anything new would never end.
        return await ReadOn() ? false : throw new JournalContradictionException(Id, result);
    }

    /// <summary>True if other processes had written something.</summary>
    private async Task<bool> ReadOn()
    {
        var missed = await journal.Read(Id, head.Chain.Seq);
        if (missed.Count == 0) return false;
        var followed = head.Chain.Follow(missed);
        var (next, events, others) = (state, new List<EventEnvelope>(missed.Count), new Dictionary<string, AnsweredCommand>());
        foreach (var recorded in missed)
        {
            var envelope = LogUnreadableException.Guard(recorded, () => EventCodec.Read(recorded, upcaster));
            next = LogUnreadableException.Guard(recorded, () => next.Apply(envelope));
            events.Add(envelope);
            others[recorded.CommandId] = new(envelope.Actor, recorded.CommandHash, recorded.Seq);
        }
        Accept(next, followed, events, others);
        return true;
    }

    private void Accept(
        Teleconference next, LogChain followed, IReadOnlyList<EventEnvelope> events, IReadOnlyDictionary<string, AnsweredCommand> commands)
    {
        foreach (var (id, command) in commands) answered[id] = command;
        clock.Accept(events);
        Volatile.Write(ref head, new(followed, events[^1].OccurredAt));
        Volatile.Write(ref state, next);
        accepted?.Invoke(next, followed.Place, events);
    }

    /// <summary>Takes no more commands, answers what it took, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate) closed = true;
        while (true)
        {
            lock (gate)
                if (!pumping) break;
            await Task.WhenAll(pump, Task.Delay(1));
        }
        await pump;
    }
}
