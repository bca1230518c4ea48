using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IndustrialMap.Live.Tests;

/// <summary>
/// Azure Storage's emulator as a process of its own, started when the first test wants it and ended with the process of the tests. It
/// keeps all in memory. Each test has a storage account of its own, so none sees what another has stored.
/// </summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>Beyond it the emulator counts as not started.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int Accounts = 400;

    private static readonly Lazy<Task<Azurite>> Shared = new(Start);

    private readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly (int Blob, int Queue, int Table) ports = (FreePort(), FreePort(), FreePort());
    private Process process = null!;
    private int given;

    private Azurite()
    {
    }

    /// <returns>The connection string of an account that nobody has used before.</returns>
    internal static async Task<string> NewAccount() => (await Shared.Value).Account();

    /// <returns>An emulator that is the caller's alone, to be stopped and frozen.</returns>
    internal static async Task<Azurite> Start()
    {
        var azurite = new Azurite();
        await azurite.Run();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.End();
        return azurite;
    }

    internal string Account()
    {
        var number = Interlocked.Increment(ref given);
        if (number > Accounts) throw new InvalidOperationException($"The emulator was started with {Accounts} accounts, and all are given.");
        return $"DefaultEndpointsProtocol=http;AccountName=account{number};AccountKey={key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/account{number};TableEndpoint=http://127.0.0.1:{ports.Table}/account{number};";
    }

    private async Task Run()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            Program(), "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}"])
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(n => $"account{n}:{key}"));
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var said = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        foreach (var port in (int[])[ports.Blob, ports.Table])
            while (!await Listens(port))
            {
                if (process.HasExited) throw new InvalidOperationException($"Azurite has ended: {await said}");
                await Task.Delay(50, patience.Token);
            }
    }

    private static async Task<bool> Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Program()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var azurite = Path.Combine(folder.FullName, "tests", "Azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
            if (File.Exists(azurite)) return azurite;
        }
        throw new FileNotFoundException("Azurite is not there: run \"npm ci\" in tests/Azurite, as ops/test does.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void End()
    {
        if (process.HasExited) return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        End();
        return default;
    }
}
