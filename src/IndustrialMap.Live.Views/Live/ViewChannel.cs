using System.Runtime.CompilerServices;

namespace IndustrialMap.Live.Views;

/// <summary>
/// One audience's view, the updates that led to it, and the readers who follow it. Nothing queues for a reader: it is
/// woken, and takes what it has not seen yet. One that comes back, or was slow, gets the updates since its last seq while
/// they are still kept, else the whole view.
/// </summary>
/// <typeparam name="TMessage">The audience's wire message: a view, an update or a beat.</typeparam>
public sealed class ViewChannel<TMessage>
{
    /// <summary>How many updates are kept for readers that come back.</summary>
    private const int MaxRetainedUpdates = 512;

    private readonly Lock gate = new();
    private readonly Func<Heartbeat, TMessage> toMessage;
    private readonly TimeProvider clock;
    private readonly Queue<(long From, long To, TMessage Message)> updates = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long Seq, TMessage Message)? view;
    private long heartbeats;

    internal ViewChannel(TimeProvider clock, Func<Heartbeat, TMessage> beat) => (this.clock, this.toMessage) = (clock, beat);

    /// <summary>Puts the new view in the place of the one before; the update between the two is kept, if there is one.</summary>
    internal void Publish(long seq, TMessage whole, long from = 0, TMessage? update = default)
    {
        lock (gate)
        {
            if (update is null) updates.Clear();
            else updates.Enqueue((from, seq, update));
            if (updates.Count > MaxRetainedUpdates) updates.Dequeue();
            view = (seq, whole);
            SignalChange();
        }
    }

    /// <summary>Wakes every reader to send a beat.</summary>
    internal void SendHeartbeat()
    {
        lock (gate)
        {
            heartbeats++;
            SignalChange();
        }
    }

    private void SignalChange()
    {
        changed.SetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Everything from <paramref name="after"/> on, for as long as the reader stays.</summary>
    /// <param name="after">The seq of the view that the reader holds; null: it holds none.</param>
    public async IAsyncEnumerable<(long? Seq, TMessage Message)> Subscribe(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seq = after;
        long beaten = -1;
        while (!cancellationToken.IsCancellationRequested)
        {
            var (missed, wake, beatNumber) = Since(seq);
            foreach (var (to, message) in missed)
            {
                seq = to;
                yield return (to, message);
            }
            if (beaten != beatNumber && seq is { } at)
            {
                beaten = beatNumber;
                yield return (null, toMessage(new Heartbeat(at, clock.GetUtcNow())));
            }
            await wake.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private (IReadOnlyList<(long To, TMessage Message)> Missed, Task Wake, long Beats) Since(long? seq)
    {
        lock (gate)
        {
            IReadOnlyList<(long, TMessage)> missed =
                view is not { } newest || newest.Seq == seq ? []
                : updates.Any(update => update.From == seq)
                    ? [.. updates.SkipWhile(update => update.From != seq).Select(update => (update.To, update.Message))]
                    : [newest];
            return (missed, changed.Task, heartbeats);
        }
    }
}
