using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>
/// Whether somebody who reads may go on, asked anew each second. A keeper that cannot be asked, or not at once, ends nobody's stream
/// for a while: the last answer holds.
/// </summary>
/// <param name="steady">Only its steady part is used.</param>
internal sealed class ReadersRight(Func<Task<bool>> ask, TimeProvider steady)
{
    /// <summary>How long an answer holds while there is no newer one.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    /// <summary>How long a stream waits for the answer: its reader waits for the next beat meanwhile.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    private Task<bool>? asked;
    private long answered = steady.GetTimestamp();

    /// <summary>False: the right was revoked, or nobody has been able to say for <see cref="Lasts"/>.</summary>
    internal async ValueTask<bool> Holds()
    {
        try
        {
            asked ??= ask();
            var holds = await asked.WaitAsync(Wait);
            (asked, answered) = (null, steady.GetTimestamp());
            return holds;
        }
        catch (Exception unknown) when (unknown is AccessUnavailableException or TimeoutException)
        {
            // One that is still under way is waited for again; nobody is asked twice at once.
            if (asked is { IsCompleted: true }) asked = null;
            return steady.GetElapsedTime(answered) < Lasts;
        }
    }
}
