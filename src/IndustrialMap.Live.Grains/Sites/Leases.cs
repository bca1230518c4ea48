namespace IndustrialMap.Live.Grains;

/// <summary>
/// The connections of one site's coordinators, on whichever server they are. Each holds a lease, which its server renews each
/// second; one that was not renewed has ended, for its server is gone. By a steady clock.
/// </summary>
internal sealed class Leases
{
    /// <summary>How long a lease lasts that is not renewed.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    /// <summary>How long a line that was closed may be away and was never lost: a reload of the page is nobody's news.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TimeProvider steady;
    private readonly long began;
    private readonly Dictionary<Guid, (long From, TimeSpan Length)> leases = [];

    /// <summary>Of those from before nothing is known: whoever holds one renews it within its length.</summary>
    internal Leases(TimeProvider steady) => (this.steady, began) = (steady, steady.GetTimestamp());

    internal void Hold(Guid lease) => leases[lease] = (steady.GetTimestamp(), Length);

    internal void Release(Guid lease)
    {
        if (leases.ContainsKey(lease)) leases[lease] = (steady.GetTimestamp(), Grace);
    }

    /// <summary>Whether a connection is up, was a moment ago, or may be, for all that is known.</summary>
    internal bool IsLineUp()
    {
        foreach (var (lease, held) in leases)
            if (steady.GetElapsedTime(held.From) >= held.Length) leases.Remove(lease);
        return leases.Count > 0 || steady.GetElapsedTime(began) < Length;
    }
}
