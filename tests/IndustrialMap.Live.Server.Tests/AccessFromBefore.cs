using System.Net;
using System.Security.Claims;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>
/// The file access.db as the server before the grains kept it, in November 2026: two operators' links, one of them opened; a site's
/// coordinator whose link was opened and then renewed; another's that was opened. Its links end in 2100.
/// </summary>
public class AccessFromBefore
{
    private const string Id = RunningConsole.Map2021;
    private const string OpenedBefore = "tQH2cgNUheCh6I0OLv25tnlVXSAm6Y7MMOG3WSrseIE", Unopened = "OCD0-cZn5Cp_1MnGIzhzRcwo7lWnijfGaS9RbW6VpHM";
    private const string RevokedOfShymkent = "A_iT4KoNQTNW9Ir2JxRHC6yg_v-R_AQ27S1hXsVQ3yE", RenewedOfShymkent = "SWx6tNbt-5QDwsXbedckovkoDyx-KV3ildhzd1ucsx4";
    private const string OperatorsGrant = "Kz5ao3aVQmELKTpR5Voudw", AktogaysGrant = "khs32-eJK70H5UUvWVtNyQ", RevokedGrant = "2KIK36Wf34e58CNka3qJpA";

    [Fact]
    public async Task Its_links_open_once_and_what_was_opened_or_revoked_stays_so()
    {
        using var data = Before();
        await using var console = await RunningConsole.Start(data);
        Assert.Equal("link_spent", (await Open(console, OpenedBefore)).Code);
        Assert.Equal("link_spent", (await Open(console, RevokedOfShymkent)).Code);
        var opened = await Open(console, Unopened);
        Assert.Equal((Role.Operator, "Operator 2"), (Wire.Read<Me>(opened.Body).Role, Wire.Read<Me>(opened.Body).Name));
        var site = Assert.Single(Wire.Read<Me>((await Open(console, RenewedOfShymkent)).Body).Sites);
        Assert.Equal(new OwnSite(Id, "shymkent"), site);
        foreach (var token in new[] { Unopened, RenewedOfShymkent }) Assert.Equal("link_spent", (await Open(console, token)).Code);
        Assert.False(File.Exists(Path.Combine(data.Path, "access.db")));
        Assert.True(File.Exists(Path.Combine(data.Path, "access.db.carried-over")));
    }

    [Fact]
    public async Task Whoever_was_signed_in_is_and_with_the_next_sign_in_the_cookie_names_the_keepers()
    {
        using var data = Before();
        await using var console = await RunningConsole.Start(data);
        async Task<Me> Of(params string[] grants)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { { "Cookie", Cookie(console, grants) } } };
            using var answer = await console.Viewer().Http.SendAsync(request);
            return Wire.Read<Me>(await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal((Role.Operator, "Operator 1"), ((await Of(OperatorsGrant)).Role, (await Of(OperatorsGrant)).Name));
        Assert.Equal([new OwnSite(Id, "aktogay")], (await Of(AktogaysGrant)).Sites);
        Assert.Equal(Role.Viewer, (await Of(RevokedGrant)).Role);
        Assert.Equal(Role.Viewer, (await Of("never-made")).Role);
        var both = await Of(OperatorsGrant, RevokedGrant, AktogaysGrant);
        Assert.Equal((Role.Operator, 1), (both.Role, both.Sites.Count));

        using var next = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in")
        {
            Headers = { { "Cookie", Cookie(console, AktogaysGrant) } },
            Content = new StringContent(Wire.Of(new SignIn(RenewedOfShymkent)), null, "application/json"),
        };
        using var signedIn = await console.Viewer().Http.SendAsync(next);
        var ticket = Format(console).Unprotect(Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split('=', ';')[1]);
        Assert.Equal([$"{Id}/aktogay.{AktogaysGrant}", $"{Id}/shymkent.olyUIgxecIH4hoXbqrTe7A"], ticket!.Principal.Claims.Select(claim => claim.Value));
    }

    [Fact]
    public async Task Cut_off_half_way_it_is_taken_over_again_and_nothing_that_came_since_is_undone()
    {
        using var data = Before();
        await using (var first = await RunningConsole.Start(data)) Assert.Equal(HttpStatusCode.OK, (await Open(first, Unopened)).Status);
        // As if the server had died before it put the old file aside.
        File.Move(Path.Combine(data.Path, "access.db.carried-over"), Path.Combine(data.Path, "access.db"));
        await using var again = await RunningConsole.Start(data);
        Assert.Equal("link_spent", (await Open(again, Unopened)).Code);
        Assert.Equal(HttpStatusCode.OK, (await Open(again, RenewedOfShymkent)).Status);
    }

    [Fact]
    public async Task An_invitation_from_the_command_line_takes_it_over_as_well()
    {
        using var data = Before();
        var link = (await RealProgram.Run(RealProgram.Start(["invite", "--data", data.Path]))).Output.Trim();
        await using var console = await RunningConsole.Start(data);
        Assert.Equal(HttpStatusCode.OK, (await Open(console, new Uri(link).Fragment[1..])).Status);
        Assert.Equal(HttpStatusCode.OK, (await Open(console, Unopened)).Status);
    }

    private static DataFolder Before()
    {
        var data = new DataFolder();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "access-before.db"), Path.Combine(data.Path, "access.db"));
        return data;
    }

    private static Task<Reply> Open(RunningConsole console, string token) => console.Viewer().Post("/api/sign-in", Wire.Of(new SignIn(token)));

    private static ISecureDataFormat<AuthenticationTicket> Format(RunningConsole console) =>
        console.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;

    /// <summary>As the server before made it: its claims name grants and no keepers.</summary>
    private static string Cookie(RunningConsole console, params string[] grants)
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var identity = new ClaimsIdentity(grants.Select(id => new Claim("grant", id)), scheme);
        var properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(7) };
        return $"industrialmap={Format(console).Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, scheme))}";
    }
}
