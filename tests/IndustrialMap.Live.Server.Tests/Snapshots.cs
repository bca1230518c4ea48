using System.Net;
using System.Net.Http.Headers;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Views over HTTP, asked for once, with their ETag.</summary>
public class Snapshots
{
    private const string Id = RunningConsole.Map2021;

    [Theory]
    [InlineData("public")]
    [InlineData("control")]
    [InlineData("sites/shymkent")]
    public async Task A_view_is_sent_again_only_when_the_log_has_grown(string what)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        var path = $"/api/teleconferences/{Id}/{what}";
        var (status, tag, body) = await Ask(operator_, path, null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"\"{console.Host(Id).Place}\"", tag!.Tag);

        Assert.Equal((HttpStatusCode.NotModified, tag, ""), await Ask(operator_, path, tag));

        await operator_.Give(Id, new Start());
        var (after, newTag, newBody) = await Ask(operator_, path, tag);
        Assert.Equal(HttpStatusCode.OK, after);
        Assert.NotEqual(tag, newTag);
        Assert.NotEqual(body, newBody);
    }

    [Fact]
    public async Task The_ETag_is_that_of_the_view_it_comes_with_while_commands_storm()
    {
        await using var console = await RunningConsole.Start();
        var coordinator = await console.Coordinator(Id, Show.CansSite);
        using var enough = new CancellationTokenSource();
        var storm = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
                await coordinator.Give(Id, new ReportReadiness(Show.CansSite, ReadinessItem.Sound, true));
        }));
        for (var i = 0; i < 300; i++)
        {
            var (_, tag, body) = await Ask(coordinator, $"/api/teleconferences/{Id}/sites/{Show.CansSite}", null);
            Assert.Equal($"\"{Wire.Read<SiteView>(body).Place}\"", tag!.Tag);
        }
        await enough.CancelAsync();
        await storm;
    }

    private static async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag, string Body)> Ask(Person person, string path, EntityTagHeaderValue? held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (held is not null) request.Headers.IfNoneMatch.Add(held);
        using var answer = await person.Http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.ETag, await answer.Content.ReadAsStringAsync());
    }
}
