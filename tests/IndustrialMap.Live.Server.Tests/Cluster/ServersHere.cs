using IndustrialMap.Live.Server.Tests.Crashes;
using IndustrialMap.Live.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Servers of one cluster in this process, each wired as a test wants it.</summary>
internal sealed class ServersHere : IAsyncDisposable
{
    private readonly Lazy<Task<string>> account = new(Azurite.NewAccount);
    private readonly List<WebApplication> servers = [];
    private readonly List<Person> people = [];

    internal sealed record SiloPort(string Value);

    internal async Task<WebApplication> Start(Action<IServiceCollection>? change = null)
    {
        var port = new SiloPort($"{ConsoleProcess.FreePort()}");
        var server = Program.Build(
            CliOptions.Given(Cli.Parse([
                "--cluster", "azure", "--urls", $"http://127.0.0.1:{ConsoleProcess.FreePort()}", "--silo-port", port.Value])),
            services =>
            {
                services.AddSingleton(port);
                change?.Invoke(services);
            },
            new Dictionary<string, string?> { ["ConnectionStrings:azure"] = await account.Value });
        servers.Add(server);
        await server.StartAsync();
        await server.Services.GetRequiredService<Teleconferences>().Ready.WaitAsync(Until.Patience);
        return server;
    }

    /// <param name="at">The server that is asked, always.</param>
    internal async Task<Person> Operator(WebApplication at)
    {
        var person = new Person(new Uri(at.Urls.First()));
        people.Add(person);
        await person.SignIn((await at.Services.GetRequiredService<Keepers>().InviteOperator(null, null)).Token);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.DisposeAsync();
        foreach (var server in servers) await server.DisposeAsync();
    }
}
