using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>The real program, as people start it, on a data folder and a port of its own.</summary>
public sealed class Server : IAsyncDisposable
{
    /// <summary>Beyond it the program counts as not started.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("browser-").FullName;
    private readonly string backup = Directory.CreateTempSubdirectory("browser-backup-").FullName;
    private Process? process;
    private Links links = new();

    private Server(int port) => Origin = $"http://127.0.0.1:{port}";

    public string Origin { get; }

    /// <param name="script">Imported by the command line first; null: none.</param>
    public static async Task<Server> Start(string? plan = null)
    {
        var server = new Server(FreePort());
        if (plan is not null) await server.Import(plan);
        await server.Run();
        return server;
    }

    /// <summary>The one-time links that the program printed at its last start. Each opens once.</summary>
    /// <param name="whose">"control room", "public" or "site ID".</param>
    public Task<string> Link(string teleconference, string whose) => links.Of(teleconference, whose).WaitAsync(Patience);

    /// <summary>kill -9: the program has no time to say goodbye.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>The program is asked to end, and puts everything into the journal's one file first.</summary>
    public async Task Stop()
    {
        await Signal("-TERM");
        await process!.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>The program stands still: what is sent to it meanwhile, it gets all at once when it goes on.</summary>
    public Task Pause() => Signal("-STOP");

    public Task GoOn() => Signal("-CONT");

    /// <summary>Starts it again, on the same data and the same port.</summary>
    public Task Restart() => Run();

    /// <summary>Keeps the data folder as it is at one moment: the program stands still meanwhile.</summary>
    public async Task BackUp()
    {
        await Pause();
        Replace(backup, data);
        await GoOn();
    }

    /// <summary>Puts what was kept in the place of the data folder's files. The program must have ended.</summary>
    public void Restore() => Replace(data, backup);

    /// <summary>Moves the journal's files away under the running program. <see cref="Restore"/> puts back what was kept.</summary>
    public void LoseTheJournal()
    {
        foreach (var file in Directory.GetFiles(data, "journal.db*")) File.Move(file, $"{file}.moved");
    }

    /// <summary>Changes one letter of a plan's title in the journal, past every rule. The program must have been stopped.</summary>
    public void Damage(string title)
    {
        var file = Path.Combine(data, "journal.db");
        var bytes = File.ReadAllBytes(file);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(title));
        Assert.True(at >= 0, $"{title} is not in the journal's file.");
        bytes[at]++;
        File.WriteAllBytes(file, bytes);
    }

    private static void Replace(string files, string by)
    {
        foreach (var file in Directory.GetFiles(files)) File.Delete(file);
        // The lock of a server that runs is its own, and holds nothing.
        foreach (var file in Directory.GetFiles(by).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(files, Path.GetFileName(file)));
    }

    private async Task Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    private async Task Import(string plan)
    {
        var file = Path.Combine(data, "import.json");
        await File.WriteAllTextAsync(file, plan);
        var start = new ProcessStartInfo("dotnet", [Repository.ServerDll, "import", file, "--data", data]) { RedirectStandardError = true };
        using var import = Process.Start(start)!;
        var errors = await import.StandardError.ReadToEndAsync();
        await import.WaitForExitAsync();
        Assert.True(import.ExitCode == 0, errors);
    }

    private async Task Run()
    {
        var read = links = new Links();
        var start = new ProcessStartInfo("dotnet", [Repository.ServerDll, "--data", data, "--urls", Origin])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = new Process { StartInfo = start };
        var errors = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => read.Read(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        var first = await Task.WhenAny(read.Ready, ended).WaitAsync(Patience);
        Assert.True(first != ended, $"The server has ended instead of getting ready: {string.Join('\n', errors)}");
    }

    /// <summary>Below the ports from which connections go out, so that none of them can take it while the server is away.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        Directory.Delete(data, recursive: true);
        Directory.Delete(backup, recursive: true);
    }
}
