using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.PlanFiles;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>
/// What the program does: it serves, or it does one thing beside a server, which sees the result in a second. Each returns
/// the exit code.
/// </summary>
internal static class CliCommands
{
    internal static Task<int> Serve(IReadOnlyDictionary<string, string?> settings) => With(settings, async app =>
    {
        await app.StartAsync();
        var (ready, stopped) = (app.Services.GetRequiredService<Teleconferences>().Ready, app.WaitForShutdownAsync());
        try
        {
            if (await Task.WhenAny(ready, stopped) == ready)
            {
                await ready;
                await StartupBanner.Print(app);
            }
        }
        catch (Exception)
        {
            // A silo that is not stopped in order tells of it.
            await app.StopAsync();
            throw;
        }
        await stopped;
        return 0;
    });

    internal static async Task<int> Import(string path, IReadOnlyDictionary<string, string?> settings)
    {
        if (!File.Exists(path)) return await Complain($"There is no file \"{path}\".");
        await using var file = File.OpenRead(path);
        var result = await PlanReader.ReadAsync(file);
        if (result.Plan is not { } plan)
        {
            foreach (var error in result.Errors) await Complain(error.ToString());
            if (result.More > 0) await Complain($"and {result.More} more");
            return await Complain("Nothing was imported.");
        }
        return await With(settings, async app =>
        {
            // Only the servers of a cluster know of each other what they can read.
            if (plan.FormatVersion() > 1 && app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.IsCluster)
                return await Complain("A plan of the format's version 2 comes into a cluster through a server, which knows whether all of them can read it: import it on the home page. Nothing was imported.");
            var journal = app.Services.GetRequiredService<IJournal>();
            return await DraftedLog.Write(journal, plan, Actor.Server, app.Services.ConsoleClock()) == DraftResult.Drafted
                ? await Say($"Imported {plan.Id}.")
                : await Complain($"There is a teleconference \"{plan.Id}\" already: give the plan another id. Nothing was imported.");
        });
    }

    internal static Task<int> Export(string id, IReadOnlyDictionary<string, string?> settings) => With(settings, async app =>
    {
        var events = await new LogReader(app.Services.GetRequiredService<IJournal>(), id).ReadOn();
        if (events.Fold(Teleconference.Initial).Plan is not { } plan) return await Complain($"There is no teleconference \"{id}\".");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(PlanWriter.Write(plan));
        return 0;
    });

    internal static Task<int> Invite(IReadOnlyDictionary<string, string?> settings) => With(settings, async app =>
        await Say(app.Services.GetRequiredService<InvitationLinks>().Of(await Invite(app.Services, Keeper.Operators)).Link));

    /// <summary>Makes a link beside a server, or without one: its grain finds it when somebody opens it.</summary>
    internal static async Task<Invited> Invite(IServiceProvider services, Keeper keeper)
    {
        var storage = await StorageWithoutSilo.Open(services);
        if (services.GetService<AccessCarriedOver>() is { } old) await old.CarryOver(storage);
        var access = new AccessKeeper(storage, keeper, services.ConsoleClock(), TimeProvider.System);
        var role = keeper == Keeper.Operators ? Role.Operator : Role.Coordinator;
        return await access.Invite(role, keeper.Teleconference, keeper.SiteId, "", alone: false);
    }

    /// <summary>What a running server says of its API, written down for the screens' types.</summary>
    internal static async Task<int> Describe()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // Whatever is set on this machine, this server is a private one.
            await using var app = Program.Build(new Dictionary<string, string?>
            {
                [nameof(ServerOptions.DataFolder)] = folder.FullName, [nameof(ServerOptions.Urls)] = "http://127.0.0.1:0",
                [nameof(ServerOptions.PublicOrigin)] = "", [nameof(ServerOptions.BehindProxy)] = "false",
                [nameof(ServerOptions.Autopilot)] = "", [nameof(ServerOptions.Cluster)] = "",
            });
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var description = await client.GetStringAsync("/openapi/v1.json");
            await app.StopAsync();
            return await Say(description);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static async Task<int> With(IReadOnlyDictionary<string, string?> settings, Func<WebApplication, Task<int>> work)
    {
        await using var app = Program.Build(settings);
        try
        {
            return await work(app);
        }
        catch (SqliteException failure)
        {
            throw app.Services.GetRequiredService<DataDirectory>().Located(failure);
        }
        catch (AccessUnavailableException failure)
        {
            throw app.Services.GetService<DataDirectory>()?.Located(failure) ?? new StartupException(failure.Message, failure);
        }
    }

    internal static async Task<int> Say(string words)
    {
        await Console.Out.WriteLineAsync(words);
        return 0;
    }

    internal static async Task<int> Complain(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 1;
    }
}
