using System.Net;
using System.Text;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>
/// A viewer's message names nobody: no coordinator, no operator, no reason that the control room wrote, and nobody who is late.
/// </summary>
public class NamesNobody
{
    private const string Id = RunningConsole.Map2021;

    private static readonly string[] Secrets = ["Оператор Əлия Өзгеше", "Coordinator Peculiar", "Reason-Extraordinary", "Own-Words-Singular"];

    [Fact]
    public async Task No_byte_that_viewers_are_sent_holds_a_name_or_a_reason()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator(Secrets[0]);
        var coordinator = await console.Coordinator(Id, Show.CansSite, Secrets[1]);
        var viewer = console.Viewer();
        await using var events = await viewer.Follow(Id, "public");

        await operator_.Give(Id, new Start());
        await coordinator.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true));
        await operator_.Give(Id, new CallLaunch(Show.Cans));
        await coordinator.Give(Id, new ConfirmLaunch(Show.Cans, 1, Secrets[3]));
        await operator_.Give(Id, new RetractConfirmation(Show.Cans, Secrets[2]));
        await operator_.Give(Id, new ConfirmLaunch(Show.Cans, 2, Secrets[2]));
        await operator_.Give(Id, new PostponeLaunch("2021-01", Secrets[2]));
        await operator_.Give(Id, new BringBackLaunch("2021-01", Secrets[2]));
        await EditsAndUndoes(console, operator_);
        await operator_.Give(Id, Press.End(console.Host(Id).State));
        await operator_.Give(Id, new Reopen(console.Host(Id).State.Order.Step, Secrets[2]));
        await operator_.Give(Id, Press.End(console.Host(Id).State));
        NamesNone(await Sent(viewer, Id, events, "\"phase\":\"ended\""));
    }

    /// <summary>A call's window runs out, the call is taken back, and then the site's word comes and is refused.</summary>
    [Fact]
    public async Task Nobody_outside_learns_who_is_late_or_was_refused()
    {
        const string late = "late-show", launch = "launch-0", site = "site-0";
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator(Secrets[0]);
        var plan = Support.PlanFiles.OfVersion2(late)
            .Replace("\"confirmationSeconds\":60", "\"confirmationSeconds\":1", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", plan)).Status);
        var coordinator = await console.Coordinator(late, site, Secrets[1]);
        var viewer = console.Viewer();
        await using var events = await viewer.Follow(late, "public");
        await operator_.Give(late, new Start());
        await operator_.Give(late, new CallLaunch(launch));
        await Until.True(() => console.Host(late).State.Launch(launch)!.Overdue, "the call is overdue");
        await operator_.Give(late, new TakeBackCall(launch, 1));
        Assert.Equal("launch_not_called", (await coordinator.Send(late, new ConfirmLaunch(launch, 1, Secrets[3]))).Code);
        await operator_.Give(late, Press.End(console.Host(late).State));

        var sent = await Sent(viewer, late, events, "\"phase\":\"ended\"");
        NamesNone(sent);
        foreach (var word in new[] { "overdue", "refused", "confirmBy", "not_called", "taken_back" })
            Assert.DoesNotContain(word, sent, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whatever a viewer can ask for, and what it was sent until the show is so.</summary>
    private static async Task<string> Sent(Person viewer, string id, EventStream events, string until)
    {
        var sent = new StringBuilder()
            .Append((await viewer.Get($"/api/teleconferences/{id}/public")).Body)
            .Append((await viewer.Get("/api/teleconferences")).Body)
            .Append((await viewer.Get("/api/me")).Body)
            .Append(await Page(viewer, $"/watch/{id}")).Append(await Page(viewer, "/"));
        Message message;
        do sent.Append(message = await events.NextChange());
        while (!message.Data.Contains(until, StringComparison.Ordinal));
        return sent.ToString();
    }

    private static void NamesNone(string sent)
    {
        foreach (var text in new[] { sent, WebUtility.HtmlDecode(sent) })
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret.Split(' ')[^1], text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task EditsAndUndoes(RunningConsole console, Person operator_)
    {
        await operator_.Give(Id, new Hold(console.Host(Id).State.Order.Step));
        var moved = await operator_.Give(Id, new MoveSegment(0, "closing", console.Host(Id).State.Order.Next!.Id));
        await operator_.Give(Id, new UndoAct(moved.Seq));
        await operator_.Give(Id, new RedoAct(moved.Seq));
        await operator_.Give(Id, new SkipSegment(0, "closing"));
        await operator_.Give(Id, Press.Next(console.Host(Id).State));
    }

    private static async Task<string> Page(Person viewer, string path)
    {
        var page = await viewer.Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Body;
    }
}
