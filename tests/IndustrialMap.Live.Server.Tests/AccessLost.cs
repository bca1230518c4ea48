using System.Net;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The storage of who may do what fails while a show runs.</summary>
public class AccessLost
{
    private const string Id = RunningConsole.Map2021;

    private static readonly string SiteView = $"/api/teleconferences/{Id}/sites/{Show.CansSite}";

    private readonly LosableStorage storage = new();

    [Fact]
    public async Task An_open_stream_goes_on_and_whoever_asks_anew_is_told_to_ask_again()
    {
        using var lines = new LoggedLines();
        await using var console = await RunningConsole.Start(change: services =>
        {
            storage.Put(services);
            lines.Listen(services);
        });
        var (operator_, own) = (await console.Operator(), await console.Coordinator(Id, Show.CansSite));
        await using var events = await own.Follow(Id, $"sites/{Show.CansSite}");
        await events.NextChange();

        await Lose(operator_);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "access_unavailable"), await Ask(own, SiteView));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "access_unavailable"), await Ask(own, $"{SiteView}/events"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "access_unavailable"), await Ask(own, "/api/me"));
        var refused = await Assert.ThrowsAsync<HubException>(async () => await (await own.Hub()).Site(Id, Show.CansSite).FirstAsync());
        Assert.Contains("access_unavailable", refused.Message, StringComparison.Ordinal);
        for (var beat = 0; beat < 3; beat++) await events.NextBeat();
        // What needs no right, and what another keeper knows, is answered as ever.
        Assert.Equal(HttpStatusCode.OK, (await own.Get($"/api/teleconferences/{Id}/public")).Status);
        Assert.Equal(HttpStatusCode.OK, (await operator_.Get($"/api/teleconferences/{Id}/control")).Status);

        var sent = own.Send(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true));
        await events.NextBeat();
        Assert.False(sent.IsCompleted);
        storage.Lost = null;
        Assert.Equal(HttpStatusCode.OK, (await sent).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.Get(SiteView)).Status);
        await events.NextBeat();
        Assert.Contains(lines.All, line => line.StartsWith("Error Who may do what could not be looked up", StringComparison.Ordinal)
            && line.Contains("The disk is gone", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.StartsWith("Error GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_coordinator_whose_link_was_renewed_is_gone_also_when_nobody_was_told_that_it_was()
    {
        await using var console = await RunningConsole.Start(change: storage.Put);
        var (operator_, own) = (await console.Operator(), await console.Coordinator(Id, Show.CansSite));
        await using var events = await own.Follow(Id, $"sites/{Show.CansSite}");
        await events.NextChange();
        storage.LosesAnswers = Keeper.OfSite(Id, Show.CansSite);
        Assert.Equal("access_unavailable", (await Renew(operator_)).Code);
        await events.ToEnd();
        Assert.Equal("not_allowed", (await own.Get(SiteView)).Code);
    }

    [Fact]
    public async Task A_link_is_not_spent_on_a_browser_that_cannot_be_signed_in()
    {
        await using var console = await RunningConsole.Start(change: storage.Put);
        var (operator_, own) = (await console.Operator(), await console.Coordinator(Id, Show.CansSite));
        var other = await console.CoordinatorsToken(Id, "aktogay");
        await Lose(operator_);
        Assert.Equal("access_unavailable", (await own.Post("/api/sign-in", Wire.Of(new SignIn(other)))).Code);
        storage.Lost = null;
        await own.SignIn(other);
        Assert.Equal([Show.CansSite, "aktogay"], (await own.Read<Me>("/api/me")).Sites.Select(site => site.SiteId));
    }

    [Fact]
    public async Task Whoever_is_signed_in_by_several_links_needs_only_the_keeper_of_what_is_asked()
    {
        await using var console = await RunningConsole.Start(change: storage.Put);
        var all = await console.Operator();
        await all.SignIn(await console.CoordinatorsToken(Id, Show.CansSite));
        await all.SignIn(await console.CoordinatorsToken(Id, "aktogay"));
        await Lose(all);
        await all.Give(Id, new Start());
        await all.Give(Id, new ReportReadiness("aktogay", ReadinessItem.Sound, true), "aktogay");
        Assert.Equal(HttpStatusCode.OK, (await all.Get($"/api/teleconferences/{Id}/control")).Status);
    }

    [Fact]
    public async Task A_sign_in_for_a_show_whose_log_cannot_be_read_outlives_the_next_sign_in()
    {
        await using var console = await RunningConsole.Start();
        var own = await console.Coordinator(Id, Show.CansSite);
        await console.Restart(folder => Sqlite.Change(folder, $"UPDATE events SET data = CAST('{{}}' AS BLOB) WHERE stream = '{Id}' AND seq = 1"));
        Assert.NotNull(console.Get<Teleconferences>().FindUnreadable(Id));
        await own.SignIn(await console.CoordinatorsToken(RunningConsole.Show2017, Show.CansSite));
        Assert.Equal([Id, RunningConsole.Show2017], (await own.Read<Me>("/api/me")).Sites.Select(site => site.Teleconference));
    }

    /// <summary>A renewal that fails leaves the keeper of the site without knowledge of what is stored.</summary>
    private async Task Lose(Person operator_)
    {
        storage.Lost = Keeper.OfSite(Id, Show.CansSite);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "access_unavailable"), await Renew(operator_) is var reply ? (reply.Status, reply.Code) : default);
    }

    private static Task<Reply> Renew(Person operator_) =>
        operator_.Post("/api/invitations", $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"{{Show.CansSite}}"}""");

    private static async Task<(HttpStatusCode, string?)> Ask(Person person, string path)
    {
        var reply = await person.Get(path);
        return (reply.Status, reply.Code);
    }
}
