using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The autopilot as a process of its own, which comes in by one-time links as people do.</summary>
public class AutopilotFromOutside
{
    private const string Id = RunningConsole.Map2021;

    [Theory]
    [InlineData("http://127.0.0.1:5080/sign-in#operators.secret", "operators.secret")]
    [InlineData("  https://live.example.kz/sign-in#2021/site.secret ", "2021/site.secret")]
    [InlineData("https://live.example.kz/sign-in", null)]
    [InlineData("https://live.example.kz/sign-in#", null)]
    [InlineData("https://live.example.kz/other#operators.secret", null)]
    [InlineData("operators.secret", null)]
    public void A_link_is_what_invite_prints_and_nothing_else(string line, string? token) => Assert.Equal(token, AutopilotCommand.TokenOf(line));

    [Theory]
    [InlineData(2, "--server", "", "live.example.kz")]
    [InlineData(2, "--server", "", "http://127.0.0.1:1/console")]
    [InlineData(2, "no one-time link", "", "http://127.0.0.1:1")]
    [InlineData(2, "Line 2", "\nhttp://127.0.0.1:1/sign-in?token=hush\n", "http://127.0.0.1:1")]
    [InlineData(2, "0.1 to 1000", "", "http://127.0.0.1:1", "--speed", "0")]
    [InlineData(1, "can be reached", "http://127.0.0.1:1/sign-in#operators.hush\n", "http://127.0.0.1:1;http://127.0.0.1:2")]
    public async Task What_cannot_be_is_told_in_a_sentence_that_repeats_no_secret(int code, string says, string links, string server, params string[] more)
    {
        var ended = await Run(links, ["--server", server, .. more]);
        Assert.Equal(code, ended.Code);
        Assert.Contains(says, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", ended.Error + ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_plays_to_the_end_and_ends_nobodys_sign_in()
    {
        await using var console = await RunningConsole.Start();
        var people = await Task.WhenAll(console.Host(Id).State.Sites.Select(site => console.Coordinator(Id, site.Id)));
        var ended = await Run(await Links(console), ["--server", console.Origin.ToString(), "--speed", "400"]);
        Assert.True(ended.Code == 0, ended.Error);
        Assert.Contains("to its end", ended.Output, StringComparison.Ordinal);
        var state = console.Host(Id).State;
        Assert.Equal((Phase.Ended, 6, 622_000_000_000), (state.Phase, state.Totals.Today.Projects, state.Totals.Today.Tenge.Value));
        foreach (var (person, n) in people.Select((person, n) => (person, n)))
            Assert.Equal(200, (int)(await person.Get($"/api/teleconferences/{Id}/sites/{state.Sites[n].Id}")).Status);
    }

    [Fact]
    public async Task Sites_whose_link_it_was_not_given_are_left_to_people()
    {
        await using var console = await RunningConsole.Start();
        var mine = console.Host(Id).State.Sites[0].Id;
        var playing = Run(await Links(console, except: mine), ["--server", console.Origin.ToString(), "--speed", "400"]);
        var coordinator = await console.Coordinator(Id, mine);
        foreach (var item in Enum.GetValues<ReadinessItem>()) await coordinator.Give(Id, new ReportReadiness(mine, item, true), mine);
        var called = await Called(console, mine);
        Assert.False(playing.IsCompleted);
        await coordinator.Give(Id, new ConfirmLaunch(called), mine);
        while (!playing.IsCompleted && await Next(console, mine) is { } launch) await coordinator.Send(Id, new ConfirmLaunch(launch), mine);
        Assert.Equal(0, (await playing).Code);
        var log = await console.Log(Id);
        Assert.Equal(6, console.Host(Id).State.Totals.Today.Projects);
        Assert.DoesNotContain(log, logged => logged.By.SiteId == mine && logged.By.Name == "Autopilot");
    }

    [Fact]
    public async Task A_link_that_opens_nothing_or_nothing_of_the_show_is_told_by_its_number()
    {
        await using var console = await RunningConsole.Start();
        var server = console.Origin.ToString();
        var used = await console.OperatorsToken();
        await using (var somebody = new Person(console.Origin)) await somebody.SignIn(used);
        var spent = await Run($"{Link(console, await console.OperatorsToken())}\n{Link(console, used)}\n", ["--server", server]);
        Assert.Equal(1, spent.Code);
        Assert.Contains("Link 2: This link was used already", spent.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(used, spent.Error, StringComparison.Ordinal);

        var site = console.Host(RunningConsole.Show2017).State.Sites[0].Id;
        var foreign = await Run(Link(console, await console.CoordinatorsToken(RunningConsole.Show2017, site)), ["--server", server]);
        Assert.Contains("Link 1 is for a site of another teleconference", foreign.Error, StringComparison.Ordinal);

        var own = console.Host(Id).State.Sites[0].Id;
        var nobody = await Run(Link(console, await console.CoordinatorsToken(Id, own)), ["--server", server]);
        Assert.Contains("None of the links is an operator's", nobody.Error, StringComparison.Ordinal);

        var unknown = await Run(Link(console, await console.OperatorsToken()), ["--server", server], id: "no-such-show");
        Assert.Equal((1, "There is no teleconference \"no-such-show\"."), (unknown.Code, unknown.Error.Trim()));
    }

    /// <summary>As a proxy whose servers are away, and a page of somebody else's.</summary>
    [Theory]
    [InlineData(502, "can be reached")]
    [InlineData(400, "Give the address by which browsers reach the console")]
    public async Task What_answers_but_is_no_console_is_told_in_a_sentence_and_where_it_is_away_the_next_one_is_asked(int status, string says)
    {
        await using var console = await RunningConsole.Start();
        using var other = new HttpListener();
        var address = $"http://127.0.0.1:{Crashes.ConsoleProcess.FreePort()}/";
        other.Prefixes.Add(address);
        other.Start();
        using var closing = new CancellationTokenSource();
        var answering = Answer(other, status, closing.Token);
        var ended = await Run(Link(console, await console.OperatorsToken()), ["--server", address]);
        Assert.Equal(1, ended.Code);
        Assert.Contains(says, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        if (status == 502)
        {
            var unknown = await Run(Link(console, await console.OperatorsToken()), ["--server", address, console.Origin.ToString()], id: "no-such-show");
            Assert.Contains("There is no teleconference", unknown.Error, StringComparison.Ordinal);
        }
        await closing.CancelAsync();
        other.Stop();
        await answering;
    }

    private static async Task Answer(HttpListener listener, int status, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var context = await listener.GetContextAsync();
                context.Response.StatusCode = status;
                await context.Response.OutputStream.WriteAsync("<html>Not here</html>"u8.ToArray(), cancellationToken);
                context.Response.Close();
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static string Link(RunningConsole console, string token) => $"{console.Origin}sign-in#{token}";

    private static async Task<string> Links(RunningConsole console, string? except = null)
    {
        var links = new List<string> { Link(console, await console.OperatorsToken("Autopilot")) };
        foreach (var site in console.Host(Id).State.Sites.Where(site => site.Id != except))
            links.Add(Link(console, await console.CoordinatorsToken(Id, site.Id, "Autopilot")));
        return string.Join('\n', links);
    }

    private static async Task<string> Called(RunningConsole console, string site)
    {
        string? launch = null;
        await Until.True(() => (launch = Open(console, site)) is not null, "the launch is called");
        return launch!;
    }

    private static async Task<string?> Next(RunningConsole console, string site)
    {
        await Task.Delay(20);
        return Open(console, site) ?? "";
    }

    private static string? Open(RunningConsole console, string site) => console.Host(Id).Views.ControlView.Launches
        .FirstOrDefault(launch => launch.State == LaunchState.Called && launch.SiteId == site)?.Id;

    private static Task<Ended> Run(string links, string[] args, string id = Id) => RealProgram.Run(RealProgram.Start(["autopilot", id, .. args]), links);
}
