using System.Runtime.InteropServices;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Markdown tables, in the order they were measured.</summary>
internal sealed class Report
{
    private readonly List<string> lines = [];

    internal void Table(string title, params string[] columns)
    {
        lines.AddRange(["", $"### {title}", ""]);
        Row(columns);
        lines.Add("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", columns.Length - 1)));
    }

    internal void Row(params string[] cells) => lines.Add($"| {string.Join(" | ", cells)} |");

    internal void Say(string words) => lines.AddRange(["", words]);

    internal void Print()
    {
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        foreach (var line in lines) Console.WriteLine(line);
    }
}
