using System.Diagnostics;
using System.Globalization;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Durations of one thing, measured many times, in rounds.</summary>
internal sealed class Samples
{
    private readonly SortedDictionary<int, List<double>> rounds = [];

    internal int Count => rounds.Values.Sum(round => round.Count);

    /// <param name="timed">Two timestamps of <see cref="Stopwatch"/>.</param>
    /// <param name="round">Rounds below 0 warm up, and are not kept.</param>
    internal void Add((long From, long To) timed, int round)
    {
        if (round < 0) return;
        if (!rounds.TryGetValue(round, out var samples)) rounds[round] = samples = [];
        samples.Add((timed.To - timed.From) * 1e6 / Stopwatch.Frequency);
    }

    /// <summary>A percentile of all the samples, by nearest rank.</summary>
    internal string Us(double percent) => Format(At(All, percent), "µs");
    internal double MicrosecondsAt(double percent) => At(All, percent);
    internal string Ms(double percent) => Format(At(All, percent) / 1000, "ms");

    /// <summary>Each round's median: the least, the middle and the greatest of them.</summary>
    internal string RoundsInMs => LeastMiddleGreatest(rounds.Values.Select(round => At(round, 50) / 1000), " ms");

    /// <summary>Each round's median as a multiple of the other's.</summary>
    internal string Times(Samples other) =>
        LeastMiddleGreatest(rounds.Select(round => At(round.Value, 50) / At(other.rounds[round.Key], 50)), " ×");

    /// <summary>This percentile of all the samples as a multiple of the other's.</summary>
    internal string Times(Samples other, double percent) => Format(At(All, percent) / At(other.All, percent), "×");

    private IEnumerable<double> All => rounds.Values.SelectMany(round => round);

    private static string LeastMiddleGreatest(IEnumerable<double> values, string unit)
    {
        double[] sorted = [.. values.Order()];
        return $"{Format(sorted[0])} / {Format(At(sorted, 50))} / {Format(sorted[^1])}{unit}";
    }

    private static double At(IEnumerable<double> values, double percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100) - 1)];
    }

    private static string Format(double value, string unit) => $"{Format(value)} {unit}";

    /// <summary>Three digits: more would say more than was measured.</summary>
    private static string Format(double value)
    {
        var format = Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.00";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
