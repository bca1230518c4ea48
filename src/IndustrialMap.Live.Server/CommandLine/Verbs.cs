using IndustrialMap.Live.Domain;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Server.CommandLine;

/// <summary>What the command line does without serving: import, export, invite, describe. A running server sees the result in a second.</summary>
internal static class Verbs
{
    internal static Task<int> Run(ConsoleOptions options) => options.Verb switch
    {
        "import" => Import(options),
        "export" => Export(options),
        "invite" => Invite(options),
        "describe" => Describe(),
        _ => Say(ConsoleOptions.Help, 0),
    };

    private static async Task<int> Import(ConsoleOptions options)
    {
        if (!File.Exists(options.Operand)) return await Complain($"There is no file \"{options.Operand}\".");
        await using var file = File.OpenRead(options.Operand);
        var result = await PlanReader.ReadAsync(file);
        if (result.Plan is not { } plan)
        {
            foreach (var error in result.Errors) await Complain(error.ToString());
            if (result.More > 0) await Complain($"and {result.More} more");
            return await Complain("Nothing was imported.");
        }
        return await With(options, async teleconferences => await teleconferences.Create(plan, Actor.Server)
            ? await Say($"Imported {plan.Id}.", 0)
            : await Complain($"There is a teleconference \"{plan.Id}\" already: give the plan another id. Nothing was imported."));
    }

    private static Task<int> Export(ConsoleOptions options) => With(options, async teleconferences =>
    {
        if (teleconferences.Find(options.Operand!) is not { } host) return await Complain($"There is no teleconference \"{options.Operand}\".");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(PlanWriter.Write(host.State.Plan!));
        return 0;
    });

    private static async Task<int> Invite(ConsoleOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        var grants = new GrantStore(Path.Combine(options.DataFolder, "access.db"), TimeProvider.System);
        return await Say(new InvitationLinks(options).Of(grants.Create(Role.Operator, null, null, null)).Link, 0);
    }

    /// <summary>What a running server says of its API, written down for the screens' types.</summary>
    private static async Task<int> Describe()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await using var app = Program.Build(ConsoleOptions.Parse(["--data", folder.FullName, "--urls", "http://127.0.0.1:0"]));
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            return await Say(await client.GetStringAsync("/openapi/v1.json"), 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> With(ConsoleOptions options, Func<Teleconferences, Task<int>> work)
    {
        var journal = ServiceRegistration.OpenJournal(options);
        await using var closing = journal as IAsyncDisposable;
        await using var teleconferences = new Teleconferences(journal, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Teleconferences>.Instance);
        await teleconferences.CatchUp();
        return await work(teleconferences);
    }

    private static async Task<int> Say(string words, int code)
    {
        await Console.Out.WriteLineAsync(words);
        return code;
    }

    private static async Task<int> Complain(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 1;
    }
}
