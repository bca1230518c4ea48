using System.Net;
using System.Text;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>A viewer's message names nobody: no coordinator, no operator, no reason that the control room wrote.</summary>
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
        await operator_.Give(Id, Press.End(console.Host(Id).State));
        var sent = new StringBuilder()
            .Append((await viewer.Get($"/api/teleconferences/{Id}/public")).Body)
            .Append((await viewer.Get("/api/teleconferences")).Body)
            .Append((await viewer.Get("/api/me")).Body);
        sent.Append(await Page(viewer, $"/watch/{Id}")).Append(await Page(viewer, "/"));
        Message message;
        do sent.Append(message = await events.NextChange());
        while (!message.Data.Contains("\"phase\":\"ended\"", StringComparison.Ordinal));

        foreach (var text in new[] { sent.ToString(), WebUtility.HtmlDecode(sent.ToString()) })
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret.Split(' ')[^1], text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> Page(Person viewer, string path)
    {
        var page = await viewer.Get(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Body;
    }
}
