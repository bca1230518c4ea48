using System.Net;
using IndustrialMap.Live.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>How long a browser stays signed in, and as whom when it opened several links.</summary>
public class SignIns
{
    private const string Id = RunningConsole.Map2021, Other = "aktogay";

    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_browser_stays_signed_in_for_seven_days_after_it_was_last_seen()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var console = await RunningConsole.Start(change: services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, clock));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = console.Origin };
        var secret = await console.OperatorsToken();
        var (cookie, expires) = Cookie(await http.PostAsync("/api/sign-in", new StringContent(
            Wire.Of(new SignIn(secret)), System.Text.Encoding.UTF8, "application/json")))!.Value;
        Assert.InRange(expires - clock.GetUtcNow(), Week - Second, Week + Second);

        clock.Advance(TimeSpan.FromDays(4));
        var (renewed, later) = Cookie(await Me(http, cookie))!.Value;
        Assert.InRange(later - clock.GetUtcNow(), Week - Second, Week + Second);

        clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(Role.Viewer, await RoleOf(http, cookie));
        Assert.Equal(Role.Operator, await RoleOf(http, renewed));
        clock.Advance(TimeSpan.FromDays(3) + Second);
        Assert.Equal(Role.Viewer, await RoleOf(http, renewed));
    }

    [Fact]
    public async Task A_browser_that_opened_the_links_of_two_sites_speaks_for_the_one_it_names()
    {
        await using var console = await RunningConsole.Start();
        var both = await console.Coordinator(Id, Show.CansSite);
        await both.SignIn(await console.CoordinatorsToken(Id, Other));

        Assert.Equal([Show.CansSite, Other], (await both.Read<Me>("/api/me")).Sites.Select(site => site.SiteId));
        await both.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true), Show.CansSite);
        await both.Give(Id, new ReportReadiness(Other, ReadinessItem.Sound, true), Other);
        Assert.Equal("not_allowed", (await both.Send(Id, new ReportReadiness(Other, ReadinessItem.Sound, true), Show.CansSite)).Code);
    }

    [Fact]
    public async Task A_browser_keeps_its_newest_32_sign_ins_so_that_its_cookie_stays_small()
    {
        await using var console = await RunningConsole.Start();
        var sites = new[] { RunningConsole.Show2017, Id }
            .SelectMany(id => console.Host(id).State.Sites.Select(site => (Show: id, Site: site.Id))).ToArray();
        Task<string> Link((string Show, string Site) one) => console.CoordinatorsToken(one.Show, one.Site);
        var person = await console.Operator();
        for (var i = 0; i < 31; i++) await person.SignIn(await Link(sites[i % sites.Length]));
        Assert.Equal(Role.Operator, (await person.Read<Me>("/api/me")).Role);
        await person.SignIn(await Link(sites[0]));
        Assert.Equal(Role.Coordinator, (await person.Read<Me>("/api/me")).Role);
    }

    [Fact]
    public async Task A_coordinator_of_one_teleconference_does_not_read_the_site_of_the_same_name_in_another()
    {
        await using var console = await RunningConsole.Start();
        var elsewhere = await console.Coordinator(RunningConsole.Show2017, Show.CansSite);
        Assert.Equal("not_allowed", (await elsewhere.Get($"/api/teleconferences/{Id}/sites/{Show.CansSite}")).Code);
        Assert.Equal("not_allowed", (await elsewhere.Get($"/api/teleconferences/{Id}/sites/{Show.CansSite}/events")).Code);
    }

    [Fact]
    public async Task A_name_has_at_most_60_characters()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        Task<Reply> Invite(int length) =>
            operator_.Post("/api/invitations", Wire.Of(new Invite(Role.Operator, Name: new string('x', length))));
        Assert.Equal(HttpStatusCode.OK, (await Invite(60)).Status);
        var refused = await Invite(61);
        Assert.Equal((HttpStatusCode.BadRequest, "name_too_long"), (refused.Status, refused.Code));
    }

    private static async Task<HttpResponseMessage> Me(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { { "Cookie", cookie } } };
        return await http.SendAsync(request);
    }

    private static async Task<Role> RoleOf(HttpClient http, string cookie)
    {
        using var answer = await Me(http, cookie);
        return Wire.Read<Me>(await answer.Content.ReadAsStringAsync()).Role;
    }

    /// <summary>The cookie that an answer sets, and until when.</summary>
    private static (string Pair, DateTimeOffset Expires)? Cookie(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return null;
        var parts = Assert.Single(set).Split("; ");
        var expires = parts.Single(part => part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase))["expires=".Length..];
        return (parts[0], DateTimeOffset.Parse(expires, System.Globalization.CultureInfo.InvariantCulture));
    }
}
