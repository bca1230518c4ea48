using System.Diagnostics;
using System.Net;
using IndustrialMap.Live.Tests;
using Xunit.Abstractions;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>512 operators and coordinators at once on three servers: each may do what it may, wherever its keeper is.</summary>
[Collection(nameof(SeveralServers))]
public sealed class ManyPeople(ThreeServers three, ITestOutputHelper output) : IClassFixture<ThreeServers>
{
    private const string Id = RunningConsole.Map2021;
    private const int People = 512;

    private readonly RunningCluster cluster = three.Cluster;

    [Fact]
    public async Task Nobody_has_a_right_too_much_or_too_little_and_a_revoked_one_ends_at_every_server()
    {
        var first = await cluster.Operator();
        var sites = (await first.Control(Id)).Sites.Select(site => site.Id).ToArray();
        var keepers = Enumerable.Range(0, People).Select(n => n % 2 == 0 ? Keeper.Operators : Keeper.OfSite(Id, sites[n / 2 % sites.Length])).ToArray();
        var tokens = await cluster.Invite(keepers);
        var people = keepers.Select((keeper, n) => (Keeper: keeper, Person: cluster.Anybody(n % 3, Until.Patience))).ToArray();

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(people.Select((one, n) => one.Person.SignIn(tokens[n])));
        output.WriteLine($"{People} links opened at once in {clock.Elapsed.TotalSeconds:0.0} s");
        // Everybody at another server than the one where it signed in.
        await Task.WhenAll(people.Select((one, n) => HasItsRights(one.Person, one.Keeper, sites, cluster.Servers[(n + 1) % 3].Origin)));

        var renewed = sites[0];
        var ended = people.Where(one => one.Keeper.SiteId == renewed).Select(one => one.Person).ToArray();
        Assert.True(ended.Length > 9);
        var streams = await Task.WhenAll(ended.Select(person => person.Follow(Id, $"sites/{renewed}")));
        await cluster.Coordinator(first, Id, renewed, at: 1);
        clock.Restart();
        await Task.WhenAll(streams.Select(stream => stream.ToEnd()));
        await Task.WhenAll(ended.Select(async (person, n) =>
        {
            var at = cluster.Servers[n % 3].Origin;
            await Until.True(async () => (await Ask(person, at, $"/api/teleconferences/{Id}/sites/{renewed}")).Status == HttpStatusCode.Forbidden, "it has ended");
        }));
        output.WriteLine($"{ended.Length} sign-ins and their streams ended at all servers after {clock.Elapsed.TotalSeconds:0.0} s");
        foreach (var stream in streams) await stream.DisposeAsync();
        var others = people.Where(one => one.Keeper.SiteId != renewed).ToArray();
        await Task.WhenAll(others.Select((one, n) => HasItsRights(one.Person, one.Keeper, sites, cluster.Servers[n % 3].Origin)));
    }

    private static async Task HasItsRights(Person person, Keeper keeper, string[] sites, Uri at)
    {
        var isOperator = keeper == Keeper.Operators;
        var (own, other) = (keeper.SiteId ?? sites[0], sites.First(site => site != keeper.SiteId && site != sites[0]));
        await Is(isOperator, $"/api/teleconferences/{Id}/control");
        await Is(true, $"/api/teleconferences/{Id}/sites/{own}");
        await Is(isOperator, $"/api/teleconferences/{Id}/sites/{other}");
        // Said by each, and decided by the site's own grain: operators do not report for a site.
        var report = await person.Post(new Uri(at, $"/api/teleconferences/{Id}/commands").ToString(),
            Wire.Of(new CommandRequest(Person.NewId(), new ReportReadiness(own, ReadinessItem.Sound, true), isOperator ? null : own)));
        Assert.Equal(isOperator ? HttpStatusCode.Forbidden : HttpStatusCode.OK, report.Status);
        var foreign = await person.Post(new Uri(at, $"/api/teleconferences/{Id}/commands").ToString(),
            Wire.Of(new CommandRequest(Person.NewId(), new ReportReadiness(other, ReadinessItem.Sound, true), other)));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);

        async Task Is(bool allowed, string path) =>
            Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await Ask(person, at, path)).Status);
    }

    private static Task<Reply> Ask(Person person, Uri at, string path) => person.Get(new Uri(at, path).ToString());
}
