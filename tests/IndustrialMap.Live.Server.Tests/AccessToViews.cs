using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Who may read what.</summary>
public class AccessToViews
{
    private const string Show2021 = $"/api/teleconferences/{RunningConsole.Map2021}";

    private static readonly string[] OperatorsOnly =
        [$"{Show2021}/control", $"{Show2021}/control/events", $"{Show2021}/script", $"{Show2021}/log"];

    private static readonly string[] OfASite = [$"{Show2021}/sites/{Show.CansSite}", $"{Show2021}/sites/{Show.CansSite}/events"];

    [Fact]
    public async Task A_viewer_reads_the_public_view_and_nothing_else()
    {
        await using var console = await RunningConsole.Start();
        var viewer = console.Viewer();
        Assert.Equal(HttpStatusCode.OK, (await viewer.Get($"{Show2021}/public")).Status);
        await AllRefused(viewer, [.. OperatorsOnly, .. OfASite]);
        var hub = await viewer.Hub();
        await RefusedOnTheHub(hub.Control(RunningConsole.Map2021));
        await RefusedOnTheHub(hub.Site(RunningConsole.Map2021, Show.CansSite));
    }

    [Fact]
    public async Task A_coordinator_reads_its_own_site_and_no_other_nor_the_control_room_nor_the_log()
    {
        await using var console = await RunningConsole.Start();
        var own = await console.Coordinator(RunningConsole.Map2021, Show.CansSite);
        Assert.Equal(HttpStatusCode.OK, (await own.Get(OfASite[0])).Status);
        await AllRefused(own, OperatorsOnly);

        var other = await console.Coordinator(RunningConsole.Map2021, "aktogay");
        await AllRefused(other, OfASite);
        var hub = await other.Hub();
        await RefusedOnTheHub(hub.Control(RunningConsole.Map2021));
        await RefusedOnTheHub(hub.Site(RunningConsole.Map2021, Show.CansSite));
    }

    [Fact]
    public async Task Only_an_operator_imports_and_invites()
    {
        await using var console = await RunningConsole.Start();
        foreach (var person in new[] { console.Viewer(), await console.Coordinator(RunningConsole.Map2021, Show.CansSite) })
        {
            Assert.Equal("not_allowed", (await person.Post("/api/teleconferences", Support.PlanFiles.Smallest("new"))).Code);
            Assert.Equal("not_allowed", (await person.Post("/api/invitations", """{"role":"operator"}""")).Code);
        }
        Assert.Null(console.Get<Teleconferences>().Find("new"));
    }

    [Fact]
    public async Task A_coordinators_view_has_no_word_of_the_other_sites_people()
    {
        await using var console = await RunningConsole.Start();
        var other = await console.Coordinator(RunningConsole.Map2021, "aktogay", "Zhanibek Distinctive");
        await other.Give(RunningConsole.Map2021, new ReportReadiness("aktogay", ReadinessItem.Sound, true));
        var own = await console.Coordinator(RunningConsole.Map2021, Show.CansSite);
        Assert.DoesNotContain("Distinctive", (await own.Get(OfASite[0])).Body, StringComparison.Ordinal);
    }

    private static async Task AllRefused(Person person, string[] paths)
    {
        foreach (var path in paths)
        {
            var reply = await person.Get(path);
            Assert.Equal((path, HttpStatusCode.Forbidden, "not_allowed"), (path, reply.Status, reply.Code));
        }
    }

    private static async Task RefusedOnTheHub<T>(IAsyncEnumerable<T> stream)
    {
        var refused = await Assert.ThrowsAsync<HubException>(async () => await stream.FirstAsync());
        Assert.Contains("not_allowed", refused.Message, StringComparison.Ordinal);
    }
}
