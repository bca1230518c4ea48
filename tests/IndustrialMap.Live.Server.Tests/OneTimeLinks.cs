using System.Net;
using System.Text;
using IndustrialMap.Live.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>One-time links, and what becomes of a sign-in when its link is renewed.</summary>
public class OneTimeLinks
{
    private const string Id = RunningConsole.Map2021;

    [Fact]
    public async Task A_link_opens_once()
    {
        await using var console = await RunningConsole.Start();
        var secret = await Invite(await console.Operator(), $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"shymkent"}""");
        var first = await Open(console.Viewer(), secret);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal($"/site/{Id}/shymkent", Wire.Read<Me>(first.Body).Goto);
        await IsSpent(console, secret);
    }

    [Fact]
    public async Task Of_many_who_open_a_link_at_once_one_is_signed_in()
    {
        await using var console = await RunningConsole.Start();
        var secret = await console.OperatorsToken();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Open(console.Viewer(), secret)));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_link_opens_to_the_last_second_of_its_seven_days_and_not_after()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var console = await RunningConsole.Start(change: services => services.AddKeyedSingleton<TimeProvider>(ConsoleClockAttribute.Name, clock));
        var operator_ = await console.Operator();
        var invited = Wire.Read<Invitation>((await operator_.Post("/api/invitations", """{"role":"operator"}""")).Body);
        var late = await Invite(operator_, """{"role":"operator"}""");
        Assert.Equal(TimeSpan.FromDays(7).TotalMilliseconds, (invited.ExpiresAt - clock.GetUtcNow()).TotalMilliseconds, tolerance: 1);

        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Open(console.Viewer(), new Uri(invited.Link).Fragment[1..])).Status);
        clock.Advance(TimeSpan.FromSeconds(2));
        await IsSpent(console, late);
    }

    [Fact]
    public async Task A_revoked_link_and_an_unknown_one_do_not_open()
    {
        await using var console = await RunningConsole.Start();
        var revoked = await console.CoordinatorsToken(Id, Show.CansSite);
        await Invite(await console.Operator(), $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"{{Show.CansSite}}"}""");
        await IsSpent(console, revoked);
        string[] neverMade =
        [
            "never-made", "", ".", "operators.never-made", $"{Id}/{Show.CansSite}.never-made", $"{Id}/nowhere.never-made", "no-show/nowhere.never-made",
            $"{Id}/{Show.CansSite}.{revoked.Split('.')[1]}.more", $"operators.{revoked.Split('.')[1]}",
        ];
        foreach (var token in neverMade) await IsSpent(console, token);
    }

    [Fact]
    public async Task Renewing_a_coordinators_link_ends_the_old_sign_in_and_its_streams()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        var old = await console.Coordinator(Id, Show.CansSite);
        await using var events = await old.Follow(Id, $"sites/{Show.CansSite}");
        await events.NextChange();
        var hub = await old.Hub();
        await using var messages = hub.Site(Id, Show.CansSite).GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        var before = await operator_.Log(Id);

        var secret = await Invite(operator_, $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"{{Show.CansSite}}"}""");

        Assert.Equal("not_allowed", (await old.Send(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true))).Code);
        Assert.Equal(RefusalCode.NotAllowed, (await hub.Send(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true))).Refusal);
        var since = DateTime.UtcNow;
        await events.ToEnd();
        while (await messages.MoveNextAsync().AsTask().WaitAsync(Until.Patience))
        {
        }
        Assert.InRange(DateTime.UtcNow - since, TimeSpan.Zero, TimeSpan.FromSeconds(3));

        var renewed = console.Viewer();
        await renewed.SignIn(secret);
        await renewed.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true));
        Assert.Contains(await operator_.Log(Id, before[^1].Seq), logged => logged.Event.GetProperty("type").GetString() == "invitation_renewed");
    }

    [Fact]
    public async Task Signing_out_ends_what_the_browser_may_do()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        Assert.Equal(Role.Operator, (await operator_.Read<Me>("/api/me")).Role);
        Assert.Equal(HttpStatusCode.NoContent, (await operator_.Post("/api/sign-out", "")).Status);
        Assert.Equal(Role.Viewer, (await operator_.Read<Me>("/api/me")).Role);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_in_no_file_and_in_no_logged_line()
    {
        using var data = new DataFolder();
        using var lines = new LoggedLines();
        List<string> secrets = [];
        await using (var console = await RunningConsole.Start(data, lines.Listen))
        {
            var operator_ = await console.Operator();
            for (var i = 0; i < 3; i++)
                secrets.Add(await Invite(operator_, $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"{{Show.CansSite}}"}"""));
            foreach (var secret in secrets) await Open(console.Viewer(), secret);
            Assert.DoesNotContain(secrets, secret => Folder(data).Contains(secret, StringComparison.Ordinal));
        }
        Assert.DoesNotContain(secrets, secret => Folder(data).Contains(secret, StringComparison.Ordinal));
        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>The bytes of every file, each as one character.</summary>
    private static string Folder(DataFolder data) =>
        string.Concat(Directory.EnumerateFiles(data.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file =>
        {
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[shared.Length];
            shared.ReadExactly(bytes);
            return Encoding.Latin1.GetString(bytes);
        }));

    private static Task<Reply> Open(Person person, string secret) => person.Post("/api/sign-in", Wire.Of(new SignIn(secret)));

    private static async Task IsSpent(RunningConsole console, string secret)
    {
        var reply = await Open(console.Viewer(), secret);
        Assert.Equal((HttpStatusCode.Gone, "link_spent"), (reply.Status, reply.Code));
    }

    private static async Task<string> Invite(Person operator_, string json)
    {
        var reply = await operator_.Post("/api/invitations", json);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new Uri(Wire.Read<Invitation>(reply.Body).Link).Fragment[1..];
    }
}
