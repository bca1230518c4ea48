using System.Collections.Concurrent;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// When each show's ledger last told its time to this server, by this server's steady clock. Should the ledger come to this server, it
/// knows by it how far this server's wall clock is from the one by which the show's events were dated: see <see cref="ShowClock"/>.
/// </summary>
public sealed class LedgerTimes([ConsoleClock] TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ClockReading> heard = new();

    /// <param name="id">Of the teleconference.</param>
    /// <param name="at">The ledger's time, UTC.</param>
    public void Hear(string id, DateTimeOffset at) => heard[id] = new(at, clock.GetTimestamp());

    internal ClockReading? Last(string id) => heard.GetValueOrDefault(id);
}

/// <summary>What a wall clock and this process's steady one showed together.</summary>
internal sealed record ClockReading(DateTimeOffset Wall, long Steady);
