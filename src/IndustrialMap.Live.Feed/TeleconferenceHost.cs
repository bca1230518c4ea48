using System.Threading.Channels;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Feed;

/// <summary>
/// One teleconference in this process: a mailbox that takes all the commands that wait, decides them in order, appends
/// their events in one transaction (one wait for the disk serves them all), and only then answers and publishes. An
/// append names the sequence it expects: if another process was first, the host reads what it missed and decides again.
/// </summary>
public sealed class TeleconferenceHost : IAsyncDisposable
{
    private sealed record Letter(CommandEnvelope? Envelope, Actor By, TaskCompletionSource<CommandAnswer> Answer);

    /// <summary>How many commands one transaction takes at the most.</summary>
    private const int LargestBatch = 256;

    private readonly IJournal journal;
    private readonly TimeProvider clock;
    private readonly Channel<Letter> mailbox = Channel.CreateUnbounded<Letter>(new() { SingleReader = true });
    private readonly Dictionary<string, (Actor By, long Seq)> answered = [];
    private readonly Task running;
    private Teleconference state = Teleconference.Nothing;
    private LogChain chain;
    private DateTimeOffset lastAt;

    private TeleconferenceHost(IJournal journal, string id, TimeProvider clock)
    {
        (this.journal, Id, this.clock, chain) = (journal, id, clock, LogChain.Start(id));
        Feed = new TeleconferenceFeed(clock);
        running = Task.Run(Run);
    }

    public string Id { get; }
    public TeleconferenceFeed Feed { get; }

    /// <summary>What is on disk, folded.</summary>
    public Teleconference State => Volatile.Read(ref state);

    /// <summary>Writes the first event of a new log.</summary>
    /// <returns>False if there is a log of this id already: it is never written over.</returns>
    public static async Task<bool> Draft(IJournal journal, Script script, Actor by, TimeProvider clock)
    {
        var drafted = new Happened(1, clock.GetUtcNow(), by, new TeleconferenceDrafted(script));
        var events = new[] { EventCodec.Write(Guid.NewGuid().ToString(), drafted) };
        return await journal.Append(script.Id, Place.Start, events) is AppendResult.Appended;
    }

    /// <summary>Reads the log and folds it.</summary>
    public static async Task<TeleconferenceHost> Open(IJournal journal, string id, TimeProvider clock)
    {
        var host = new TeleconferenceHost(journal, id, clock);
        await host.CatchUp();
        return host;
    }

    /// <exception cref="ObjectDisposedException">The host is closing: nothing was stored, send it again.</exception>
    /// <exception cref="Exception">What the journal threw: nothing of this command is known to be stored, send it again.</exception>
    public Task<CommandAnswer> Send(CommandEnvelope envelope, Actor by) => Post(envelope, by);

    /// <summary>Reads what other processes have written since, if anything.</summary>
    public Task CatchUp() => Post(null, Actor.Server);

    private Task<CommandAnswer> Post(CommandEnvelope? envelope, Actor by)
    {
        var letter = new Letter(envelope, by, new(TaskCreationOptions.RunContinuationsAsynchronously));
        ObjectDisposedException.ThrowIf(!mailbox.Writer.TryWrite(letter), this);
        return letter.Answer.Task;
    }

    private async Task Run()
    {
        var batch = new List<Letter>();
        while (await mailbox.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && mailbox.Reader.TryRead(out var letter)) batch.Add(letter);
            try
            {
                await DecideAll(batch);
            }
            catch (Exception failure)
            {
                // The show must go on: whoever waits is told, and may send the same command again.
                foreach (var letter in batch) letter.Answer.TrySetException(failure);
            }
        }
    }

    private async Task DecideAll(List<Letter> batch)
    {
        while (true)
        {
            var draft = new Draft(state, Now());
            var answers = batch.ConvertAll(letter => letter.Envelope is { } envelope
                ? draft.Decide(envelope, letter.By, answered)
                : new CommandAnswer("", draft.State.Seq));
            if (draft.Events.Count == 0)
            {
                // An append would have told if another process was first; a refusal has to look.
                if (await ReadOn()) continue;
            }
            else
            {
                var result = await journal.Append(Id, chain.Place, draft.Events.ConvertAll(e => EventCodec.Write(e.CommandId, e.Happened)));
                if (result is not AppendResult.Appended appended)
                {
                    if (result is AppendResult.WrongExpectedPlace wrong && chain.Check(wrong.Newest) is { } damage)
                        throw new LogDamagedException(damage);
                    await ReadOn();
                    continue;
                }
                Accept(draft.Events, chain.Follow(appended.Events));
            }
            for (var i = 0; i < batch.Count; i++) batch[i].Answer.TrySetResult(answers[i]);
            return;
        }
    }

    /// <summary>True if other processes had written something.</summary>
    private async Task<bool> ReadOn()
    {
        var missed = await journal.Read(Id, chain.Seq);
        var followed = chain.Follow(missed);
        if (missed.Count > 0) Accept([.. missed.Select(recorded => (recorded.CommandId, EventCodec.Read(recorded)))], followed);
        return missed.Count > 0;
    }

    private void Accept(IReadOnlyList<(string CommandId, Happened Happened)> events, LogChain followed)
    {
        var next = state;
        foreach (var (commandId, happened) in events)
        {
            next = next.Apply(happened);
            answered[commandId] = (happened.By, happened.Seq);
        }
        chain = followed;
        lastAt = events[^1].Happened.At;
        Volatile.Write(ref state, next);
        Feed.Publish(next, [.. events.Select(e => e.Happened)]);
    }

    /// <summary>To the millisecond, as the journal keeps it, and never earlier than the event before.</summary>
    private DateTimeOffset Now()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return now < lastAt ? lastAt : now;
    }

    /// <summary>Takes no more commands, answers what it took, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.TryComplete();
        await running;
        await Feed.DisposeAsync();
    }
}
