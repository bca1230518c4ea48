using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The real process, on one port, which can be killed, frozen, stopped and started again.</summary>
internal sealed class ConsoleProcess(IReadOnlyDictionary<string, string> environment, params string[] arguments) : IAsyncDisposable
{
    /// <summary>Alone, on a data folder.</summary>
    internal ConsoleProcess(DataFolder data, params string[] more) : this(new Dictionary<string, string>(), ["--data", data.Path, .. more])
    {
    }

    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    /// <summary>What a shell does before it runs the program, as <c>ulimit -n 512</c>.</summary>
    internal string Before { get; init; } = "true";

    /// <summary>What a shell is told behind the command, as <c>&lt;&amp;-</c>.</summary>
    internal string After { get; init; } = "";

    internal int Id => process!.Id;

    internal bool HasExited => process!.HasExited;

    /// <summary>Every line it has written, to either stream.</summary>
    internal IReadOnlyCollection<string> Said => said;

    internal Uri Origin { get; } = new($"http://127.0.0.1:{FreePort()}");

    internal async Task Start()
    {
        var start = RealProgram.InShell(Before, After, ["--urls", Origin.ToString(), .. arguments]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Origin };
        await Until.True(async () => process.HasExited || await IsReady(http), "the console is ready");
        if (process.HasExited) throw new InvalidOperationException($"It has ended with {process.ExitCode} before it was ready: {string.Join('\n', said.TakeLast(60))}");
    }

    /// <summary>SIGKILL: nothing is closed, nothing is finished.</summary>
    internal async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(128 + 9, process.ExitCode);
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM: it is asked to end, and hands over what it holds.</summary>
    internal async Task Stop()
    {
        await Signal("TERM");
        await process!.WaitForExitAsync().WaitAsync(Until.Patience);
        process.Dispose();
        process = null;
    }

    /// <summary>The process stands still; its sockets stay open, and nobody answers.</summary>
    internal Task Freeze() => Signal("STOP");

    /// <summary>It goes on where it stood.</summary>
    internal Task GoOn() => Signal("CONT");

    /// <returns>The code with which it has ended by itself.</returns>
    internal async Task<int> Ended()
    {
        await process!.WaitForExitAsync().WaitAsync(Until.Patience);
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is not null) said.Enqueue(line);
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
