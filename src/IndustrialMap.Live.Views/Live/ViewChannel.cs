using System.Runtime.CompilerServices;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>
/// One audience's view, the updates that led to it, and the readers who follow it. Nothing queues for a reader: it is
/// woken, and takes what it has not seen yet. One that comes back, or was slow, gets the updates since its last place while
/// they are still kept, else the whole view. So does one whose place this log does not have: it followed another log.
/// </summary>
/// <typeparam name="TMessage">The audience's wire message: a view, an update or a heartbeat.</typeparam>
public sealed class ViewChannel<TMessage>
{
    /// <summary>How many updates are kept for readers that come back.</summary>
    private const int MaxRetainedUpdates = 512;

    private readonly Lock gate = new();
    private readonly Func<Heartbeat, TMessage> toMessage;
    private readonly ViewReaders readers;
    private readonly Queue<(Place From, Place To, TMessage Message)> updates = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (Place Place, TMessage Message)? view;
    private (long Number, ServerCondition Server) heartbeat = (0, ServerCondition.Good);

    internal ViewChannel(ViewReaders readers, Func<Heartbeat, TMessage> toMessage) => (this.readers, this.toMessage) = (readers, toMessage);

    /// <summary>Whether a reader at this place can be given what it has not seen, without the whole view.</summary>
    public bool Knows(Place place)
    {
        lock (gate) return view?.Place == place || updates.Any(update => update.From == place);
    }

    /// <summary>Puts the new view in the place of the one before; the update between the two is kept, if there is one.</summary>
    internal void Publish(Place place, TMessage whole, Place? from = null, TMessage? update = default)
    {
        lock (gate)
        {
            if (update is null || from is null) updates.Clear();
            else updates.Enqueue((from, place, update));
            if (updates.Count > MaxRetainedUpdates) updates.Dequeue();
            view = (place, whole);
            SignalChange();
        }
    }

    /// <summary>Wakes every reader to send a heartbeat.</summary>
    internal void SendHeartbeat(ServerCondition server)
    {
        lock (gate)
        {
            heartbeat = (heartbeat.Number + 1, server);
            SignalChange();
        }
    }

    private void SignalChange()
    {
        changed.SetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Everything from <paramref name="after"/> on, for as long as the reader stays.</summary>
    /// <param name="after">The place of the view that the reader holds; null: it holds none.</param>
    /// <returns>Messages, each with the place of the view after it; a heartbeat with none.</returns>
    public async IAsyncEnumerable<(Place? Place, TMessage Message)> Subscribe(Place? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = readers.Come();
        var place = after;
        long sent = -1;
        while (!cancellationToken.IsCancellationRequested)
        {
            var (missed, wake, newest) = Since(place);
            foreach (var (to, message) in missed)
            {
                place = to;
                yield return (to, message);
            }
            if (sent != newest.Number && place is not null)
            {
                sent = newest.Number;
                yield return (null, toMessage(readers.Heartbeat(place, newest.Server)));
            }
            await wake.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// For a reader whose line carries no stream, and who asks each second: what it has not seen of the messages of one, and a beat
    /// behind them.
    /// </summary>
    /// <param name="after">The place of the view that the reader holds; null: it holds none.</param>
    public IReadOnlyList<TMessage> Missed(Place? after)
    {
        readers.Visit();
        var (missed, _, newest) = Since(after);
        var place = missed.Count > 0 ? missed[^1].To : after;
        // There is a view a moment after the server has begun to follow the log.
        return place is null ? [] : [.. missed.Select(one => one.Message), toMessage(readers.Heartbeat(place, newest.Server))];
    }

    private (IReadOnlyList<(Place To, TMessage Message)> Missed, Task Wake, (long Number, ServerCondition Server) Heartbeat) Since(Place? place)
    {
        lock (gate)
        {
            IReadOnlyList<(Place, TMessage)> missed =
                view is not { } newest || newest.Place == place ? []
                : updates.Any(update => update.From == place)
                    ? [.. updates.SkipWhile(update => update.From != place).Select(update => (update.To, update.Message))]
                    : [newest];
            return (missed, changed.Task, heartbeat);
        }
    }
}
