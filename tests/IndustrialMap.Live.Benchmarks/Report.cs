using System.Runtime.InteropServices;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Markdown tables, in the order they were measured.</summary>
internal sealed class Report
{
    private readonly List<string> lines = [];
    private readonly string loadBefore = Load();

    internal void Table(string title, params string[] columns)
    {
        lines.AddRange(["", $"### {title}", ""]);
        Row(columns);
        lines.Add("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", columns.Length - 1)));
    }

    internal void Row(params string[] cells) => lines.Add($"| {string.Join(" | ", cells)} |");

    internal void Say(string words) => lines.AddRange(["", words]);

    /// <summary>
    /// How many programs wanted a core, over a minute. Before measuring it should be near 0; what is above took time from
    /// what was measured.
    /// </summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    internal void Print()
    {
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; load {loadBefore} before, {Load()} after");
        foreach (var line in lines) Console.WriteLine(line);
    }
}
