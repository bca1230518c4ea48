namespace IndustrialMap.Live.Server.Connections;

/// <summary>How many TCP connections are served, idle ones too: each takes a handle, whatever runs over it.</summary>
/// <param name="Whole">All of them. Beyond it none is accepted until one has gone.</param>
/// <param name="Visitors">Those of people who are not signed in. What is between the two is kept for those who are.</param>
internal sealed record ConnectionLimits(int Whole, int Visitors)
{
    internal const int Least = 32;

    /// <summary>For code that is loaded when it is first used (two handles an assembly), the journal's readers, and files that are being sent.</summary>
    private const int Spare = 256;

    /// <summary>What a stream with its buffers is reckoned to take, in bytes; half of the memory is left for the rest.</summary>
    private const long BytesEach = 100_000;

    private const int MostKept = 512;

    /// <param name="handles">See <see cref="HandleLimit"/>.</param>
    /// <param name="inUse">Handles that the server has open before it opens its files.</param>
    /// <param name="memory">Bytes that the process may use.</param>
    /// <param name="chosen">What the settings allow at most; null: they say nothing.</param>
    /// <exception cref="StartupException">There is no room for a show.</exception>
    internal static ConnectionLimits Of(int handles, int inUse, long memory, int? chosen)
    {
        var byHandles = handles - inUse - Math.Max(Spare, handles / 16);
        if (byHandles < Least)
        {
            throw new StartupException(
                $"The system lets this process open {handles} files and connections, and it needs {inUse + Spare} for itself: "
                + $"raise the limit (ulimit -n, LimitNOFILE) to {2 * (inUse + Spare)} or more, and start again.");
        }
        var whole = (int)Math.Min(Math.Min(byHandles, Math.Max(Least, memory / 2 / BytesEach)), chosen ?? int.MaxValue);
        return new(whole, whole - Math.Min(MostKept, whole / 4));
    }
}
