using System.Diagnostics;
using System.Net.Http.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>The built console, running as a process of its own on a free port.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Ready = "IndustrialMap.Live is ready on ";

    private readonly Process process;
    private readonly string[] program, where;
    private readonly string? account;

    private ServerProcess(Process process, string[] program, string[] where, string? account, Uri origin, long readyAt) =>
        (this.process, this.program, this.where, this.account, Origin, ReadyAt) = (process, program, where, account, origin, readyAt);

    internal Uri Origin { get; }

    /// <summary>When its ready line had been read, as a timestamp of <see cref="Stopwatch"/>.</summary>
    internal long ReadyAt { get; }

    /// <summary>What of its memory is in the machine's, in bytes.</summary>
    internal long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the built program, as it is, on a data folder.</summary>
    internal static Task<ServerProcess> Start(string folder) => Run(folder, Place.ServerProgram);

    /// <summary>Starts another build.</summary>
    internal static Task<ServerProcess> StartBefore(string folder) => Run(folder, Place.ServerBefore!);

    /// <summary>Starts it as README.md says: <c>dotnet run</c> first looks whether anything is to be built.</summary>
    internal static Task<ServerProcess> BuildAndStart(string folder) => Run(folder, "run", "--project", Place.ServerProject, "--");

    /// <summary>Starts the built program on a data folder with this show in it.</summary>
    /// <param name="program">Null: the one that was built along with this.</param>
    internal static async Task<ServerProcess> Start(TeleconferencePlan show, string? program = null)
    {
        program ??= Place.ServerProgram;
        var folder = Place.NewFolder();
        var file = Path.Combine(folder, "show.json");
        await File.WriteAllBytesAsync(file, PlanWriter.Write(show).ToArray());
        using var import = Begin(null, program, "import", file, "--data", folder);
        await import.StandardOutput.ReadToEndAsync();
        return await Run(folder, program);
    }

    internal async Task<Participant> Operator(string show)
    {
        using var invite = Begin(account, [.. program, "invite", .. where]);
        return await Participant.SignIn(Origin, show, (await invite.StandardOutput.ReadToEndAsync()).Trim());
    }

    /// <param name="by">An operator, who invites the coordinator.</param>
    internal async Task<Participant> Coordinator(Participant by, string siteId)
    {
        using var answer = await by.Http.PostAsJsonAsync("/api/invitations", new { role = "coordinator", teleconference = by.Show, siteId });
        answer.EnsureSuccessStatusCode();
        return await Participant.SignIn(Origin, by.Show, (await answer.Content.ReadFromJsonAsync<Invitation>())!.Link);
    }

    private sealed record Invitation(string Link);

    /// <summary>Starts the built program as one of several servers on a storage account.</summary>
    /// <param name="show">Imported first; null: it is there.</param>
    internal static async Task<ServerProcess> StartInCluster(string account, TeleconferencePlan? show)
    {
        string[] where = ["--cluster", "azure", "--silo-port", $"{Place.FreePort()}"];
        if (show is not null)
        {
            var file = Path.Combine(Place.NewFolder(), "show.json");
            await File.WriteAllBytesAsync(file, PlanWriter.Write(show).ToArray());
            using var import = Begin(account, [Place.ServerProgram, "import", file, .. where]);
            await import.StandardOutput.ReadToEndAsync();
        }
        return await Run([Place.ServerProgram], where, account);
    }

    private static Task<ServerProcess> Run(string folder, params string[] program) => Run(program, ["--data", folder], account: null);

    private static async Task<ServerProcess> Run(string[] program, string[] where, string? account)
    {
        var process = Begin(account, [.. program, .. where, "--urls", "http://127.0.0.1:0"]);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Ready, StringComparison.Ordinal)) continue;
            var readyAt = Stopwatch.GetTimestamp();
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, program, where, account, new Uri(line[Ready.Length..].Split(' ')[0]), readyAt);
        }
        throw new InvalidOperationException("The server ended before it was ready: " + string.Join(' ', program));
    }

    private static Process Begin(string? account, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        if (account is not null) start.Environment["ConnectionStrings__azure"] = account;
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
