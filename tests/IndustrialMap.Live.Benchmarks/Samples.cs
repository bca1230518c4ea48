using System.Diagnostics;
using System.Globalization;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Durations of one thing, measured many times, in rounds.</summary>
internal sealed class Samples
{
    private readonly List<List<double>> rounds = [];

    internal int Count => rounds.Sum(round => round.Count);
    private int Rounds => rounds.Count;

    internal void NewRound() => rounds.Add([]);

    /// <param name="from">A timestamp of <see cref="Stopwatch"/>, as <paramref name="to"/>.</param>
    internal void Add(long from, long to) => rounds[^1].Add((to - from) * 1e6 / Stopwatch.Frequency);

    /// <summary>In microseconds, by nearest rank.</summary>
    internal double At(double percent) => At(rounds.SelectMany(round => round), percent);

    internal string Us(double percent) => Format(At(percent), "µs");
    internal string Ms(double percent) => Format(At(percent) / 1000, "ms");

    internal string RoundsInUs => RoundsIn(1, "µs");
    internal string RoundsInMs => RoundsIn(1000, "ms");

    /// <summary>This percentile as a multiple of the other's median, round by round: least, middle and greatest.</summary>
    internal string Times(Samples other, double percent) =>
        LeastMiddleGreatest(rounds.Zip(other.rounds, (mine, its) => At(mine, percent) / At(its, 50)), "×");

    private string RoundsIn(double unit, string name) =>
        $"{LeastMiddleGreatest(rounds.Select(round => At(round, 50) / unit), name)} of {Rounds}";

    private static string LeastMiddleGreatest(IEnumerable<double> values, string unit)
    {
        double[] sorted = [.. values.Order()];
        return $"{Format(sorted[0])} / {Format(At(sorted, 50))} / {Format(sorted[^1], unit)}";
    }

    private static double At(IEnumerable<double> values, double percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100) - 1)];
    }

    /// <summary>Three figures: more would say more than was measured.</summary>
    private static string Format(double value, string? unit = null)
    {
        var format = Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.00";
        var number = value.ToString(format, CultureInfo.InvariantCulture);
        return unit is null ? number : $"{number} {unit}";
    }
}
