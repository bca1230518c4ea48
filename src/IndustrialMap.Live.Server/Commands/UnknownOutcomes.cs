using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Server.Commands;

/// <summary>
/// Repeats what has no known outcome (a grain's server died, or did not answer) until it is answered: the grain is started anew
/// elsewhere, and what it was asked carries an id, so that it is done once. After a while the sender is told.
/// </summary>
internal static class UnknownOutcomes
{
    /// <summary>Longer than a cluster takes to find out that one of its servers has died.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a call ended without telling what became of it.</summary>
    internal static bool IsUnknown(Exception failure) => failure is TimeoutException or OrleansException or AccessUnavailableException;

    /// <param name="steady">Only its steady part is used.</param>
    /// <exception cref="OutcomeUnknownException">It was repeated for <see cref="Patience"/>, in vain.</exception>
    internal static async Task<T> Repeat<T>(Func<Task<T>> ask, TimeProvider steady)
    {
        var began = steady.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception unknown) when (IsUnknown(unknown))
            {
                if (steady.GetElapsedTime(began) >= Patience) throw new OutcomeUnknownException(unknown);
                await Task.Delay(Pause, steady);
            }
        }
    }
}
