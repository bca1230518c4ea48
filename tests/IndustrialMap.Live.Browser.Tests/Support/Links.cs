using System.Collections.Concurrent;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>What the program prints when it is ready: for each teleconference a heading, and a line for each link.</summary>
internal sealed class Links
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<(string Teleconference, string Whose), TaskCompletionSource<string>> printed = new();
    private string teleconference = "";

    internal Task Ready => ready.Task;

    internal Task<string> Of(string id, string whose) => Printed(id, whose).Task;

    internal void Read(string? line)
    {
        if (line is null or "") return;
        if (line.StartsWith("IndustrialMap.Live is ready", StringComparison.Ordinal)) ready.TrySetResult();
        else if (line[0] != ' ') teleconference = line.Split(':')[0];
        else if (line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var whose, var link])
            Printed(teleconference, whose).TrySetResult(link);
    }

    private TaskCompletionSource<string> Printed(string id, string whose) =>
        printed.GetOrAdd((id, whose), _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
