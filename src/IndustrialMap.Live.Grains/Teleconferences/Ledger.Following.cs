using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Grains;

/// <summary>For those who follow the log by a cursor: see ops/decisions.</summary>
internal sealed partial class Ledger
{
    private readonly RecentEvents recent = new();
    private TaskCompletionSource changed = new();

    /// <summary>The events behind a place, at most <see cref="RecentEvents.MaxAnswered"/>; waits for one if there is none.</summary>
    internal async Task<EventsAfter> After(Place cursor, TimeSpan wait) => await Find(cursor, wait) with { At = clock.InStep };

    private async Task<EventsAfter> Find(Place cursor, TimeSpan wait)
    {
        // Somebody who has read further than this ledger has it from another one that was here before or is elsewhere.
        if ((!IsRead || cursor.Seq > Place.Seq) && (await Look()).Failure is { } failure) return new(null, failure);
        if (cursor == Place && wait > TimeSpan.Zero)
        {
            await changed.Task.WaitAsync(wait)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        if (Unreadable is { } fault) return new(null, fault);
        if (cursor == Place) return new([]);
        if (recent.After(cursor) is { } events) return new(events);
        if (cursor.Seq > Place.Seq) return new(null);
        try
        {
            var read = await reader.After(cursor);
            return new(read is null ? null : [.. read.Select(each => each.Sealed)]);
        }
        catch (Exception unread) when (LedgerFailure.Of(unread) is { } told)
        {
            return new(null, told);
        }
    }

    private void Tell(IReadOnlyList<SealedEvent> events)
    {
        recent.Add(events);
        var told = changed;
        changed = new();
        told.SetResult();
    }
}
