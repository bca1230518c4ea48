using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>What a probe hears: 200 or 503, and which part is missing.</summary>
public class Health
{
    private static readonly string[] Public = ["--public-origin", "https://live.example.kz", "--behind-proxy"];

    [Theory]
    [InlineData("/health/live", false)]
    [InlineData("/health/live", true)]
    [InlineData("/health/ready", false)]
    [InlineData("/health/ready", true)]
    public async Task A_plain_probe_by_address_is_answered_whatever_host_and_scheme_people_must_come_by(string path, bool isPublic)
    {
        await using var console = await RunningConsole.Start(null, null, isPublic ? Public : []);
        foreach (var host in new[] { "10.1.2.3:5080", "[fd00::7]", "probe" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Host", host } } };
            Assert.Equal((host, HttpStatusCode.OK), (host, (await console.Viewer().Ask(request)).Status));
        }
    }

    [Fact]
    public async Task Until_the_logs_are_read_that_part_is_missing_and_no_other()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data) { Hold = new TaskCompletionSource() };
        await using var app = Program.Build(
            CliOptions.Given(Cli.Parse(["--data", data.Path, "--urls", "http://127.0.0.1:0"])), services => services.AddSingleton<Journal.IJournal>(journal));
        await app.StartAsync();
        await using var probe = new Person(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        Assert.Equal(HttpStatusCode.OK, (await probe.Get("/health/live")).Status);
        var (status, parts) = await Ready(probe);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy"), (status, parts["logs"].Status));
        // The journal holds its answers back here, so it is missing too: by its own sentence, and within its time.
        Assert.Equal("The journal does not answer.", parts["journal"].Message);

        journal.Hold.SetResult();
        await app.Services.GetRequiredService<Teleconferences>().Ready;
        (status, parts) = await Ready(probe);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(parts.Values, part => Assert.Equal(("healthy", null), (part.Status, part.Message)));
        await app.StopAsync();
    }

    [Fact]
    public async Task A_journal_that_fails_is_named_without_saying_where_it_lies()
    {
        using var data = new DataFolder();
        var journal = new TestJournal(data);
        await using var console = await RunningConsole.Start(data, services => services.AddSingleton<Journal.IJournal>(journal));
        journal.Fails = true;
        var (status, parts) = await Ready(console.Viewer());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(new HealthPart("journal", "unhealthy", "The journal cannot be read."), parts["journal"]);
        Assert.Equal("healthy", parts["logs"].Status);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_named_and_the_server_is_ready_all_the_same()
    {
        using var data = new DataFolder();
        await (await RunningConsole.Start(data)).DisposeAsync();
        using (var file = new SqliteConnection($"Data Source={Path.Combine(data.Path, "journal.db")};Pooling=False"))
        {
            file.Open();
            using var change = file.CreateCommand();
            change.CommandText = "SELECT group_concat('DROP TRIGGER ' || name || ';', ' ') FROM sqlite_master WHERE type = 'trigger'";
            change.CommandText = (string)change.ExecuteScalar()!;
            change.ExecuteNonQuery();
            change.CommandText = "UPDATE events SET data = CAST(replace(CAST(data AS TEXT), '2018', '2019') AS BLOB) WHERE stream = $stream";
            change.Parameters.AddWithValue("$stream", RunningConsole.Map2021);
            Assert.Equal(1, change.ExecuteNonQuery());
        }
        await using var console = await RunningConsole.Start(data);
        var (status, parts) = await Ready(console.Viewer());
        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, parts["logs"].Status));
        Assert.Contains(RunningConsole.Map2021, parts["logs"].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningConsole.Show2017, parts["logs"].Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await console.Viewer().Get($"/api/teleconferences/{RunningConsole.Show2017}/public")).Status);
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, HealthPart> Parts)> Ready(Person probe)
    {
        var reply = await probe.Get("/health/ready");
        Assert.Equal("application/json", reply.MediaType);
        return (reply.Status, Wire.Read<HealthAnswer>(reply.Body).Parts.ToDictionary(part => part.Name));
    }
}
