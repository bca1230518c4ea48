using System.Diagnostics;
using Azure.Data.Tables;
using IndustrialMap.Live.Journal.AzureTables;
using IndustrialMap.Live.Server.Tests.Crashes;
using IndustrialMap.Live.Server.Tests.Nginx;
using IndustrialMap.Live.Tests;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Several real servers on one storage account of the emulator.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    private readonly Dictionary<string, string> environment;
    private readonly List<IAsyncDisposable> people = [];
    private readonly int[] ports;
    private NginxProcess? nginx;

    private RunningCluster(string account, int servers, Func<int, string[]> more, IReadOnlyDictionary<string, string> settings)
    {
        environment = new(settings) { ["ConnectionStrings__azure"] = account };
        Account = account;
        ports = [.. Enumerable.Range(0, servers).Select(_ => ConsoleProcess.FreePort())];
        Servers = [.. ports.Select((port, n) => new ConsoleProcess(environment, ["--cluster", "azure", "--silo-port", $"{port}", .. more(n)]))];
    }

    internal string Account { get; }

    internal IReadOnlyList<ConsoleProcess> Servers { get; }

    /// <summary>All at once, on an account where nothing is: they have to agree on everything that is made at a first start.</summary>
    internal static async Task<RunningCluster> Start() => await Start(await Azurite.NewAccount(), _ => [], new Dictionary<string, string>());

    /// <summary>Behind the runbook's nginx, which is then the one door: each person comes in by it, and it finds a server.</summary>
    internal static async Task<RunningCluster> StartBehindNginx()
    {
        var nginx = new NginxProcess();
        var cluster = await Start(await Azurite.NewAccount(), _ => nginx.ServerOptions, new Dictionary<string, string>());
        cluster.nginx = nginx;
        await nginx.Start(NginxProcess.OfTheRunbook([.. cluster.Servers.Select(server => server.Origin)]));
        return cluster;
    }

    /// <param name="more">Options of each server, by its number.</param>
    /// <param name="settings">In the environment of all.</param>
    internal static async Task<RunningCluster> Start(string account, Func<int, string[]> more, IReadOnlyDictionary<string, string> settings, int servers = 3)
    {
        var cluster = new RunningCluster(account, servers, more, settings);
        await Task.WhenAll(cluster.Servers.Select(server => server.Start()));
        return cluster;
    }

    /// <summary>Ends when the others have written down that a server is dead: from then on it is, whatever it does.</summary>
    internal async Task HasTakenForDead(ConsoleProcess server)
    {
        var port = ports[Servers.ToList().IndexOf(server)];
        var members = StorageAccount.Parse(Account).Tables.GetTableClient("industrialmapsilos");
        await Until.True(
            () => members.Query<TableEntity>(row => row.RowKey != "VersionRow").Where(row => row.RowKey.Contains($"-{port}-", StringComparison.Ordinal))
                .All(row => row.GetString("Status") == "Dead"), "it is taken for dead");
    }

    /// <summary>A command beside the servers, with the same options.</summary>
    internal Task<Ended> Run(params string[] args) => Run(environment, args);

    /// <summary>Another server on the account, which is to end by itself; it knows nothing but the account.</summary>
    internal Task<Ended> RunMore(params string[] args) => RunMore(new Dictionary<string, string>(), args);

    /// <inheritdoc cref="RunMore(string[])"/>
    internal Task<Ended> RunMore(IReadOnlyDictionary<string, string> settings, params string[] args) =>
        Run(new Dictionary<string, string>(settings) { ["ConnectionStrings__azure"] = Account }, ["--urls", "http://127.0.0.1:0", .. args]);

    private static Task<Ended> Run(IReadOnlyDictionary<string, string> environment, string[] args)
    {
        var start = RealProgram.Start([.. args, "--cluster", "azure"]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return RealProgram.Run(start);
    }

    /// <returns>Tokens of links made beside the servers; none ends another.</returns>
    internal async Task<string[]> Invite(IReadOnlyList<Keeper> keepers)
    {
        await using var app = Program.Build(
            new Dictionary<string, string?> { [nameof(ServerOptions.Cluster)] = "azure" },
            environment: new Dictionary<string, string?> { ["ConnectionStrings:azure"] = Account });
        var tokens = new string[keepers.Count];
        for (var n = 0; n < keepers.Count; n++) tokens[n] = (await CliCommands.Invite(app.Services, keepers[n])).Token;
        return tokens;
    }

    /// <returns>The autopilot as a process of its own, which may ask any of the servers.</returns>
    internal async Task<Process> Autopilot(string id, string speed, IEnumerable<string> sites)
    {
        var tokens = await Invite([Keeper.Operators, .. sites.Select(site => Keeper.OfSite(id, site))]);
        var doors = nginx is null ? Servers.Select(server => server.Origin).ToArray() : [nginx.Origin];
        return await OutsideAutopilot.Start(id, speed, doors, tokens, nginx?.Certificate);
    }

    /// <returns>Who goes from server to server as one dies, by itself where there is no nginx that does it.</returns>
    /// <param name="at">The server that is asked first.</param>
    internal async Task<Person> Operator(int at = 0)
    {
        var invited = await Run("invite");
        Assert.True(invited.Code == 0, invited.Error);
        return await SignIn(invited.Output.Trim().Split('#')[1], at);
    }

    /// <summary>Several at once, whose links are made without a process for each.</summary>
    internal async Task<Person[]> Operators(int count) =>
        await Task.WhenAll((await Invite([.. Enumerable.Repeat(Keeper.Operators, count)])).Select(token => SignIn(token, at: 0)));

    internal async Task<Person> Coordinator(Person operator_, string id, string siteId, int at = 0)
    {
        var reply = await operator_.Post("/api/invitations", Wire.Of(new Invite(Role.Coordinator, id, siteId)));
        return await SignIn(Wire.Read<Invitation>(reply.Body).Link.Split('#')[1], at);
    }

    /// <param name="patience">Where nobody dies, and a server only has much to do.</param>
    internal Person Anybody(int at = 0, TimeSpan? patience = null)
    {
        var person = nginx is not null
            ? new Person(nginx.Origin)
            : new Person(Servers[at].Origin, new Roaming([.. Servers.Select(server => server.Origin)], at, patience ?? Roaming.Patience));
        people.Add(person);
        return person;
    }

    private async Task<Person> SignIn(string token, int at)
    {
        var person = Anybody(at);
        await person.SignIn(token);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.DisposeAsync();
        if (nginx is not null) await nginx.DisposeAsync();
        foreach (var server in Servers) await server.DisposeAsync();
    }
}
