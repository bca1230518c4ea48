using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The real process, on one port and one data folder, which can be killed and started again.</summary>
internal sealed class ConsoleProcess(DataFolder data, params string[] more) : IAsyncDisposable
{
    private Process? process;

    internal Uri Origin { get; } = new($"http://127.0.0.1:{FreePort()}");

    internal async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var program = Path.Combine(AppContext.BaseDirectory, "IndustrialMap.Live.Server.dll");
        string[] args = [program, "--data", data.Path, "--urls", Origin.ToString(), .. more];
        foreach (var arg in args) start.ArgumentList.Add(arg);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Origin };
        await Until.True(async () => !process.HasExited && await IsReady(http), "the console is ready");
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
    }
}
