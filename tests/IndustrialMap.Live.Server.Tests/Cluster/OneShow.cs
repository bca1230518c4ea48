using System.Net;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>Whichever server a person reaches, it is one show, and one list of who may do what.</summary>
[Collection(nameof(SeveralServers))]
public sealed class OneShow(ThreeServers three) : IClassFixture<ThreeServers>
{
    private const string Id = RunningConsole.Map2021;

    private readonly RunningCluster cluster = three.Cluster;

    [Fact]
    public async Task A_cookie_of_one_server_is_good_at_each_from_the_first_moment_on()
    {
        for (var at = 0; at < 3; at++)
        {
            await using var person = await cluster.Operator(at);
            foreach (var server in cluster.Servers)
            {
                var me = await person.Http.GetAsync(new Uri(server.Origin, "/api/me"));
                Assert.Contains("operator", await me.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_is_said_at_one_server_is_seen_at_every_other_and_confirmed_once()
    {
        var (first, second, third) = (await cluster.Operator(0), await cluster.Operator(1), cluster.Anybody(2));
        await first.Give(Id, new Start());
        var launch = (await second.Control(Id)).Launches[0];
        await second.Give(Id, new CallLaunch(launch.Id));
        var coordinator = await cluster.Coordinator(first, Id, launch.SiteId, at: 2);
        var commandId = Person.NewId();
        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(async n =>
        {
            var person = n % 2 == 0 ? coordinator : first;
            return await person.Send(Id, new ConfirmLaunch(launch.Id, Reason: n % 2 == 0 ? null : "Seen on air"), n % 2 == 0 ? launch.SiteId : null, n % 2 == 0 ? commandId : null);
        }));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        foreach (var person in (Person[])[first, second, third])
            await Until.True(async () => (await person.Public(Id)).Totals.Today.Projects == 1, "the confirmation is seen");
        Assert.Single(await first.Log(Id), logged => logged.Event.GetProperty("type").GetString() == "launch_confirmed");
    }

    [Fact]
    public async Task A_link_opens_once_at_whichever_server_and_a_new_one_ends_the_old_sign_in_at_all()
    {
        var operator_ = await cluster.Operator();
        var site = (await operator_.Control(Id)).Sites[0].Id;
        var invitation = Wire.Read<Invitation>((await operator_.Post("/api/invitations", Wire.Of(new Invite(Role.Coordinator, Id, site)))).Body);
        var token = Wire.Of(new SignIn(invitation.Link.Split('#')[1]));
        var opened = await Task.WhenAll(Enumerable.Range(0, 9).Select(n => cluster.Anybody(n % 3).Post("/api/sign-in", token)));
        Assert.Equal(1, opened.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal(8, opened.Count(reply => reply.Code == "link_spent"));

        var coordinators = new[] { await cluster.Coordinator(operator_, Id, site, at: 0) };
        var readiness = new ReportReadiness(site, ReadinessItem.Sound, true);
        Assert.Equal(HttpStatusCode.OK, (await coordinators[0].Send(Id, readiness, site)).Status);
        await cluster.Coordinator(operator_, Id, site, at: 1);
        await Until.True(
            async () => (await coordinators[0].Send(Id, readiness, site)).Status == HttpStatusCode.Forbidden, "the old sign-in has ended");
    }

    [Fact]
    public async Task Import_export_and_verify_work_beside_the_servers()
    {
        using var plans = new DataFolder();
        var file = Path.Combine(plans.Path, "plan.json");
        var exported = await cluster.Run("export", RunningConsole.Show2017);
        Assert.Equal(0, exported.Code);
        await File.WriteAllTextAsync(file, exported.Output.Replace("\"id\": \"2017-12-06\"", "\"id\": \"another-show\"", StringComparison.Ordinal));
        var imported = await cluster.Run("import", file);
        Assert.True(imported.Code == 0, imported.Error);
        Assert.Equal(1, (await cluster.Run("import", file)).Code);
        Assert.Equal(0, (await cluster.Run("verify", "another-show")).Code);

        // Beside the servers nobody knows what they can read.
        await File.WriteAllTextAsync(file, Support.PlanFiles.OfVersion2("of-version-2"));
        var refused = await cluster.Run("import", file);
        Assert.True(refused.Code == 1 && refused.Error.Contains("through a server", StringComparison.Ordinal), refused.Error);
        Assert.Equal(HttpStatusCode.NotFound, (await cluster.Anybody(0).Get("/api/teleconferences/of-version-2/public")).Status);
        Assert.Equal(HttpStatusCode.Created, (await (await cluster.Operator()).Post("/api/teleconferences", Support.PlanFiles.OfVersion2("of-version-2"))).Status);
        for (var at = 0; at < 3; at++)
            Assert.Equal(HttpStatusCode.OK, (await cluster.Anybody(at).Get("/api/teleconferences/another-show/public")).Status);
    }

    [Fact]
    public async Task A_sites_line_is_up_while_its_coordinator_reads_at_whichever_server()
    {
        var operator_ = await cluster.Operator();
        var site = (await operator_.Control(Id)).Sites[0].Id;
        var coordinator = await cluster.Coordinator(operator_, Id, site, at: 2);
        await using (await coordinator.Follow(Id, $"sites/{site}"))
        {
            for (var at = 0; at < 2; at++)
            {
                var watching = await cluster.Operator(at);
                await Until.True(async () => (await watching.Control(Id)).Sites[0].Connected == true, "the line is up");
            }
        }
        await Until.True(async () => (await operator_.Control(Id)).Sites[0].Connected == false, "the line is lost");
    }
}
