using System.Diagnostics;
using System.Text;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record Ended(int Code, string Output, string Error);

/// <summary>The built program, run as a user runs it.</summary>
internal static class RealProgram
{
    private static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "IndustrialMap.Live.Server.dll");

    internal static ProcessStartInfo Start(params string[] args)
    {
        return new ProcessStartInfo("dotnet", [Path, .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
    }

    /// <summary>As a shell runs it, after <paramref name="before"/>, as <c>ulimit -n 512</c>.</summary>
    /// <param name="after">Behind the command, as <c>&lt;&amp;-</c>.</param>
    internal static ProcessStartInfo InShell(string before, string after, params string[] args)
    {
        var start = Start();
        start.FileName = "bash";
        start.ArgumentList.Clear();
        foreach (var word in (string[])["-c", $"{before}; exec dotnet \"$0\" \"$@\" {after}", Path, .. args]) start.ArgumentList.Add(word);
        return start;
    }

    /// <summary>Runs it to its end; one that does not end fails.</summary>
    /// <param name="input">What it reads; null: what the tests would.</param>
    internal static async Task<Ended> Run(ProcessStartInfo start, string? input = null)
    {
        start.RedirectStandardInput = input is not null;
        using var process = Process.Start(start)!;
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        return new(process.ExitCode, await output, await error);
    }
}
