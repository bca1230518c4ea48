using System.Collections.Immutable;
using System.Net;
using IndustrialMap.Live.Server.Tests.Crashes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService.SiloMetadata;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>
/// The servers are replaced one after the other by those of the next build, in which there are new events: here that a launch is
/// postponed, and a plan of the format's version 2. A server of the old build is one that does not tell the others that it reads them.
/// </summary>
[Collection(nameof(SeveralServers))]
public sealed class RollingUpgrade
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task Nothing_new_is_written_while_an_old_server_is_there_and_all_else_goes_on()
    {
        await using var servers = new ServersHere();
        var old = await servers.Start();
        var next = await servers.Start(services => services.AddSingleton<ISiloMetadataCache>(new Told(Port(old))));
        var operator_ = await servers.Operator(next);
        await operator_.Give(Id, new Start());
        var launches = (await operator_.Control(Id)).Launches;

        var postpone = new PostponeLaunch(launches[0].Id, "The wind is too strong");
        var commandId = Person.NewId();
        var refused = await operator_.Send(Id, postpone, commandId: commandId);
        Assert.Equal((HttpStatusCode.Conflict, "upgrade_under_way"), (refused.Status, refused.Code));
        await operator_.Give(Id, new CallLaunch(launches[0].Id));
        Assert.DoesNotContain(await operator_.Log(Id), logged => logged.Event.GetProperty("type").GetString() == "launch_postponed");

        var plan = Support.PlanFiles.OfVersion2("of-version-2");
        var notImported = await operator_.Post("/api/teleconferences", plan);
        Assert.Equal((HttpStatusCode.Conflict, "upgrade_under_way"), (notImported.Status, notImported.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await operator_.Get("/api/teleconferences/of-version-2/public")).Status);
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", Support.PlanFiles.Smallest("of-version-1"))).Status);

        await old.StopAsync();
        await Until.True(async () => (await operator_.Send(Id, postpone, commandId: commandId)).Status == HttpStatusCode.OK, "every server is of the next build");
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", plan)).Status);
        Assert.Equal(LaunchState.Postponed, (await operator_.Control(Id)).Launches[0].State);
    }

    private static string Port(WebApplication server) => server.Services.GetRequiredService<ServersHere.SiloPort>().Value;

    /// <summary>What servers tell of themselves, without the new events and the new command for the old one.</summary>
    private sealed class Told(string oldPort) : ISiloMetadataCache
    {
        public SiloMetadata GetSiloMetadata(SiloAddress siloAddress)
        {
            var all = new SiloMetadata();
            typeof(SiloMetadata).GetProperty(nameof(SiloMetadata.Metadata))!.SetValue(all, ImmutableDictionary<string, string>.Empty
                .Add("events", Names(EventNames.All, siloAddress)).Add("commands", Names(CommandNames.All, siloAddress)));
            return all;
        }

        private string Names(IEnumerable<string> names, SiloAddress silo) =>
            string.Join(' ', $"{silo.Endpoint.Port}" == oldPort ? names.Where(name => !New(name)) : names);

        private static bool New(string name) => name.Contains("postpone", StringComparison.Ordinal) || name == "teleconference_drafted_2";
    }
}
