using System.Net;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Plans come in and go out, over HTTP and by the command line.</summary>
public class ImportExport
{
    [Fact]
    public async Task What_is_exported_is_imported_again_as_the_same_over_HTTP()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        foreach (var id in new[] { RunningConsole.Map2021, RunningConsole.Show2017 })
        {
            var exported = (await operator_.Get($"/api/teleconferences/{id}/script")).Body;
            var renamed = exported.Replace($"\"id\": \"{id}\"", $"\"id\": \"again-{id}\"", StringComparison.Ordinal);
            var reply = await operator_.Post("/api/teleconferences", renamed);
            Assert.True(reply.Status == HttpStatusCode.Created, reply.Body);
            Assert.Equal(renamed, (await operator_.Get($"/api/teleconferences/again-{id}/script")).Body);
        }
    }

    [Fact]
    public async Task A_plan_of_version_2_keeps_its_fixed_starts_and_windows_over_HTTP_and_by_the_command_line()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", Support.PlanFiles.OfVersion2("by-http"))).Status);
        var exported = (await operator_.Get("/api/teleconferences/by-http/script")).Body;
        Assert.Contains("\"format\": \"industrialmap.live/teleconference/2\"", exported, StringComparison.Ordinal);
        Assert.Contains("\"confirmationSeconds\": 60", exported, StringComparison.Ordinal);
        Assert.Contains("\"fixedStart\": \"12:00\"", exported, StringComparison.Ordinal);
        Assert.Equal("teleconference_drafted_2", (await operator_.Log("by-http"))[0].Event.GetProperty("type").GetString());

        var file = Path.Combine(console.Folder, "plan.json");
        await File.WriteAllTextAsync(file, Support.PlanFiles.OfVersion2("by-hand"));
        Assert.Equal(0, (await Run(console, "import", file)).Code);
        Assert.Equal(exported, (await Run(console, "export", "by-hand")).Output.Replace("\"by-hand\"", "\"by-http\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_line_imports_into_a_running_console_and_exports_the_same_bytes()
    {
        await using var console = await RunningConsole.Start();
        var file = Path.Combine(console.Folder, "plan.json");
        await File.WriteAllTextAsync(file, Support.PlanFiles.Large("by-hand", 3, 7));
        Assert.Equal(0, (await Run(console, "import", file)).Code);
        var again = await Run(console, "import", file);
        Assert.Equal(1, again.Code);
        Assert.Contains("by-hand", again.Error, StringComparison.Ordinal);
        // Before it is in anybody's list: an id that is not known is looked up before it is said not to be there.
        Assert.Equal(HttpStatusCode.OK, (await console.Viewer().Get("/api/teleconferences/by-hand/public")).Status);

        var exported = (await Run(console, "export", "by-hand")).Output;
        Assert.Equal(exported, (await (await console.Operator()).Get("/api/teleconferences/by-hand/script")).Body);
        await File.WriteAllTextAsync(file, exported.Replace("\"by-hand\"", "\"by-hand-2\"", StringComparison.Ordinal));
        Assert.Equal(0, (await Run(console, "import", file)).Code);
        Assert.Equal(exported, (await Run(console, "export", "by-hand-2")).Output.Replace("\"by-hand-2\"", "\"by-hand\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_process_has_imported_is_in_the_list_a_few_seconds_later()
    {
        await using var console = await RunningConsole.Start();
        var file = Path.Combine(console.Folder, "plan.json");
        await File.WriteAllTextAsync(file, Support.PlanFiles.Large("by-hand", 3, 7));
        Assert.Equal(0, (await Run(console, "import", file)).Code);
        await Until.True(async () => (await console.Viewer().Get("/api/teleconferences")).Body.Contains("by-hand", StringComparison.Ordinal), "it is listed");
    }

    [Fact]
    public async Task A_plan_with_errors_is_not_imported_by_the_command_line_and_every_error_is_told()
    {
        await using var console = await RunningConsole.Start();
        var file = Path.Combine(console.Folder, "plan.json");
        await File.WriteAllTextAsync(file, Support.PlanFiles.Large("wrong", 1, 2).Replace(":1,", ":-1,", StringComparison.Ordinal).Replace("2018", "2019", StringComparison.Ordinal));
        var run = await Run(console, "import", file);
        Assert.Equal(1, run.Code);
        Assert.Contains("regionSet", run.Error, StringComparison.Ordinal);
        Assert.Contains("launches[1].tenge", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await Run(console, "export", "wrong")).Code);
        Assert.Equal(2, (await Run(console, "--no-such-option")).Code);
    }

    [Fact]
    public async Task Five_hundred_launches_on_sixty_sites_are_imported_and_run()
    {
        const string Id = "large";
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        Assert.Equal(HttpStatusCode.Created, (await operator_.Post("/api/teleconferences", Support.PlanFiles.Large(Id, 60, 500))).Status);
        var show = await Show.Live(console, Id);
        var launches = show.State.Launches.Select(launch => launch.Id).ToArray();
        await Task.WhenAll(launches.Select(show.Call));
        await Task.WhenAll(launches.Select(launch => show.Operator.Give(Id, new ConfirmLaunch(launch, 1, "Confirmed by telephone"))));
        var today = (await console.Viewer().Public(Id)).Totals.Today;
        Assert.Equal((500, 499L * 500 / 2, 499L * 500 / 2), (today.Projects, today.Tenge.Value, today.Jobs.Value));
    }

    [Fact]
    public async Task Whoever_finds_a_teleconference_while_it_is_imported_finds_its_one_host()
    {
        await using var console = await RunningConsole.Start();
        var (operator_, all) = (await console.Operator(), console.Get<Teleconferences>());
        for (var i = 0; i < 20; i++)
        {
            var id = $"new-{i}";
            var importing = operator_.Post("/api/teleconferences", Support.PlanFiles.Large(id, 10, 100));
            var looking = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                while (all.Find(id) is null) await all.ReadList();
                return all.Find(id);
            }));
            Assert.Equal(HttpStatusCode.Created, (await importing).Status);
            Assert.All(await looking, found => Assert.Same(all.Find(id), found));
        }
    }

    private static Task<Ended> Run(RunningConsole console, params string[] args) =>
        RealProgram.Run(RealProgram.Start(["--data", console.Folder, .. args]));
}
