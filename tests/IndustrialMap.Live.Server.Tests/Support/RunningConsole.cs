using System.Diagnostics.CodeAnalysis;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The whole console as people run it: Kestrel on a free port, the journal in a folder of its own that goes with it.</summary>
internal sealed class RunningConsole : IAsyncDisposable
{
    internal const string Map2021 = "2021-industrialization-map", Show2017 = "2017-12-06";

    private readonly DataFolder data;
    private readonly bool ownsData;
    private readonly List<Person> people = [];
    private bool stopped;

    private readonly Func<int, WebApplication> build;

    private RunningConsole(Func<int, WebApplication> build, DataFolder data, bool ownsData)
    {
        (this.build, this.data, this.ownsData) = (build, data, ownsData);
        App = build(0);
    }

    internal WebApplication App { get; private set; }

    internal Uri Origin { get; private set; } = null!;

    internal string Folder => data.Path;

    /// <param name="data">A folder that outlives this console; null: one of its own.</param>
    /// <param name="change">Replaces services before the console is built.</param>
    internal static async Task<RunningConsole> Start(DataFolder? data = null, Action<IServiceCollection>? change = null, params string[] more)
    {
        var folder = data ?? new DataFolder();
        var console = new RunningConsole(
            port => Program.Build(CliOptions.Given(Cli.Parse(["--data", folder.Path, "--urls", $"http://127.0.0.1:{port}", .. more])), change),
            folder, data is null);
        await console.Open();
        return console;
    }

    /// <summary>Stops the console and starts it again on the same port and folder: people stay signed in.</summary>
    /// <param name="between">What happens to the folder in the meantime.</param>
    internal async Task Restart(Action<string>? between = null)
    {
        await App.StopAsync();
        await App.DisposeAsync();
        between?.Invoke(Folder);
        App = build(Origin.Port);
        await Open();
    }

    private async Task Open()
    {
        await App.StartAsync();
        Origin = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Get<Teleconferences>().Ready.WaitAsync(Until.Patience);
    }

    internal T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>As this console follows it, with all that was answered before.</summary>
    internal TeleconferenceFollower Host(string id)
    {
        var host = Get<Teleconferences>().Find(id) ?? throw new ArgumentException($"There is no {id}.");
        Assert.True(host.Fresh().Wait(Until.Patience));
        return host;
    }

    internal Person Viewer() => Keep(new Person(Origin));

    internal async Task<Person> Operator(string? name = null) => await SignIn(await OperatorsToken(name));

    /// <summary>Of a one-time link.</summary>
    internal async Task<string> OperatorsToken(string? name = null) => (await Get<Keepers>().Operators.Invite(null, name)).Token;

    internal async Task<string> CoordinatorsToken(string id, string siteId, string name = "") =>
        (await Get<Keepers>().Site(id, siteId).Invite(name, renewedBy: null)).Token;

    internal async Task<Person> Coordinator(string id, string siteId, string name = "") =>
        await SignIn(await CoordinatorsToken(id, siteId, name));

    /// <summary>The log from its first event on, as it stands on disk.</summary>
    internal Task<IReadOnlyList<LoggedEvent>> Log(string id) => Get<Teleconferences>().Log(id, 0, int.MaxValue);

    internal async Task Stop()
    {
        if (stopped) return;
        stopped = true;
        await App.StopAsync();
        await App.DisposeAsync();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Kept, and disposed with the console.")]
    private async Task<Person> SignIn(string secret)
    {
        var person = Viewer();
        await person.SignIn(secret);
        return person;
    }

    private Person Keep(Person person)
    {
        lock (people) people.Add(person);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.DisposeAsync();
        await Stop();
        if (ownsData) data.Dispose();
    }
}
