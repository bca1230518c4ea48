using System.Diagnostics;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The autopilot as a process of its own.</summary>
internal static class OutsideAutopilot
{
    /// <param name="tokens">Of one-time links.</param>
    /// <param name="certificate">A file of what it trusts beside the system; null: nothing.</param>
    internal static async Task<Process> Start(string id, string speed, IReadOnlyList<Uri> servers, IEnumerable<string> tokens, string? certificate = null)
    {
        var start = RealProgram.Start(["autopilot", id, "--speed", speed, "--server", .. servers.Select(server => server.ToString())]);
        if (certificate is not null) start.Environment["SSL_CERT_FILE"] = certificate;
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        foreach (var token in tokens) await process.StandardInput.WriteLineAsync($"{servers[0]}sign-in#{token}");
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
