using System.Net;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>A silo in this process with the console's grains, on a journal that is given.</summary>
internal sealed class Silo : IAsyncDisposable
{
    private readonly IHost host;
    private readonly IJournal journal;
    private readonly List<FollowedShow> followed = [];

    private readonly int port;

    private Silo(IHost host, IJournal journal, int port) => (this.host, this.journal, this.port) = (host, journal, port);

    internal IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    internal static Task<Silo> Start(IJournal journal) => Start(journal, first: null);

    /// <summary>Another silo of the same cluster: what the two say to each other goes over a socket.</summary>
    internal Task<Silo> Another() => Start(journal, this);

    private static async Task<Silo> Start(IJournal journal, Silo? first)
    {
        var port = Random.Shared.Next(20_000, 30_000);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(port, gatewayPort: 0, primarySiloEndpoint: new(IPAddress.Loopback, first?.port ?? port));
            silo.AddConsoleGrains();
            silo.AddMemoryGrainStorage(ConsoleGrains.AccessStorage, memory => memory.Configure(options => options.GrainStorageSerializer = new GrainStateJson()));
            silo.Services.AddSingleton(journal);
            silo.Services.AddKeyedSingleton(ConsoleClockAttribute.Name, TimeProvider.System);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, journal, port);
    }

    /// <summary>A new show that is followed as a server follows it.</summary>
    internal async Task<FollowedShow> Draft(TeleconferencePlan plan)
    {
        await DraftedLog.Write(journal, plan, Actor.Server, TimeProvider.System);
        var show = new FollowedShow(Grains, plan);
        await show.Follow();
        followed.Add(show);
        return show;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var show in followed) await show.DisposeAsync();
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>A show with a control room that reads it and a view for each of its sites, so that each event makes every view.</summary>
internal sealed class FollowedShow(IGrainFactory grains, TeleconferencePlan plan) : IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly TeleconferenceFollower follower = new(plan.Id, new Ledger(grains.GetGrain<ITeleconferenceGrain>(plan.Id)), TimeProvider.System);
    private Task reading = Task.CompletedTask;

    internal TeleconferencePlan Plan => plan;

    internal Teleconference State => follower.State;

    /// <summary>A command by the way that the server sends it: to the grain that decides it.</summary>
    internal async Task<CommandAnswer> Send(CommandEnvelope envelope) => (await grains.Send(State, envelope)).Answer!;

    internal async Task Follow()
    {
        await follower.Fresh();
        foreach (var site in plan.Sites) follower.Views.Site(site.Id);
        follower.Follow();
        reading = Read();
    }

    private async Task Read()
    {
        await foreach (var _ in follower.Views.Control.Subscribe(null, gone.Token)) { }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await reading;
        await follower.DisposeAsync();
        gone.Dispose();
    }

    private sealed class Ledger(ITeleconferenceGrain ledger) : IEventSource
    {
        public async Task<FollowedEvents> After(Journal.Place cursor, TimeSpan wait)
        {
            var (events, _, at) = await ledger.After(cursor, wait);
            return new(events is null ? null : [.. events.Select(one => new FollowedEvent(one.Envelope, one.Seal))], at);
        }
    }
}
