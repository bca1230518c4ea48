namespace IndustrialMap.Live.Views;

/// <summary>
/// Work that tells what is, at the moment it begins: whoever asks wants one that begins after the question. Many who ask while one
/// is under way share the next.
/// </summary>
public sealed class SharedWork(Func<Task> work)
{
    private readonly Lock gate = new();
    private Task underWay = Task.CompletedTask;
    private Task? next;

    /// <summary>Ends when work has ended that began after this was called; fails as that does.</summary>
    public Task Next()
    {
        lock (gate)
        {
            if (next is not null) return next;
            if (underWay.IsCompleted) return underWay = work();
            return next = Behind(underWay);
        }
    }

    private async Task Behind(Task before)
    {
        // Never at once: the caller has not yet noted that this is the next one.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task begun;
        lock (gate)
        {
            (underWay, next) = (next!, null);
            begun = work();
        }
        await begun;
    }
}
