using System.Net;
using IndustrialMap.Live.Server.Tests.Crashes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>The first moments of a console.</summary>
public class Starting
{
    [Fact]
    public async Task Until_every_log_is_read_the_console_is_not_ready_and_whoever_asks_waits()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data) { Hold = new TaskCompletionSource() };
        await using var app = Program.Build(
            CliOptions.Given(Cli.Parse(["--data", data.Path, "--urls", "http://127.0.0.1:0"])), services => services.AddSingleton<Journal.IJournal>(journal));
        await app.StartAsync();
        await using var viewer = new Person(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));

        Assert.Equal(HttpStatusCode.OK, (await viewer.Get("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await viewer.Get("/health/ready")).Status);
        var asked = viewer.Get($"/api/teleconferences/{RunningConsole.Map2021}/public");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await viewer.Get("/health/ready")).Status);
        Assert.False(asked.IsCompleted);

        journal.Hold.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await asked.WaitAsync(Until.Patience)).Status);
        Assert.Equal(HttpStatusCode.OK, (await viewer.Get("/health/ready")).Status);
        await app.StopAsync();
    }

    [Theory]
    [InlineData("<&-")]
    [InlineData("</dev/null")]
    [InlineData("<&- >&- 2>&-")]
    [InlineData("> >(true)")]
    public async Task Standard_streams_that_are_closed_or_that_nobody_reads_do_not_matter(string after)
    {
        using var data = new DataFolder();
        await using var console = new ConsoleProcess(data) { After = after };
        await console.Start();
        await using var viewer = new Person(console.Origin);
        Assert.Equal(HttpStatusCode.OK, (await viewer.Get($"/api/teleconferences/{RunningConsole.Map2021}/public")).Status);
        Assert.False(console.HasExited);
    }

    [Fact]
    public async Task Two_consoles_run_side_by_side_and_nothing_of_either_listens_but_HTTP()
    {
        using var folders = new DataFolder();
        using var others = new DataFolder();
        await using var one = new ConsoleProcess(folders);
        await using var other = new ConsoleProcess(others);
        await Task.WhenAll(one.Start(), other.Start());
        foreach (var console in new[] { one, other })
        {
            Assert.Equal([console.Origin.Port], ListeningPorts.Of(console.Id));
            await using var viewer = new Person(console.Origin);
            Assert.Equal(HttpStatusCode.OK, (await viewer.Get($"/api/teleconferences/{RunningConsole.Map2021}/public")).Status);
        }
    }

    [Fact]
    public async Task The_screens_types_are_made_from_what_the_server_describes()
    {
        await using var console = await RunningConsole.Start();
        var described = (await console.Viewer().Get("/openapi/v1.json")).Body;
        var kept = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"));
        Assert.True(described.ReplaceLineEndings().Trim() == kept.ReplaceLineEndings().Trim(), "The wire has changed: run ops/wire, and commit what it writes.");
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/plan-format.schema.json")]
    public async Task A_description_is_made_once_and_a_reader_who_has_it_is_not_sent_it_again(string path)
    {
        await using var console = await RunningConsole.Start();
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => console.Viewer().Http.GetAsync(path)));
        Assert.All(all, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var tag = Assert.Single(all.Select(answer => answer.Headers.ETag!.Tag).Distinct());
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await console.Viewer().Ask(again)).Status);
        Assert.Equal(await all[0].Content.ReadAsByteArrayAsync(), await all[19].Content.ReadAsByteArrayAsync());
    }
}
