using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Uploads that are not imported.</summary>
public class BadPlans
{
    [Fact]
    public async Task A_plan_with_many_errors_is_answered_with_all_of_them()
    {
        await using var console = await RunningConsole.Start();
        var plan = Support.PlanFiles.Large("many-errors", 3, 5)
            .Replace("\"tenge\":1", "\"tenge\":-1", StringComparison.Ordinal)
            .Replace("\"jobs\":2", "\"jobs\":2.5", StringComparison.Ordinal)
            .Replace("\"site\":\"site-0\"", "\"site\":\"elsewhere\"", StringComparison.Ordinal)
            .Replace("\"title\":\"A run-through\"", "\"title\":\"A run-through\",\"mood\":1", StringComparison.Ordinal);
        var problem = await Refused(console, Encoding.UTF8.GetBytes(plan), HttpStatusCode.BadRequest, "script_has_errors");
        var errors = problem.GetProperty("errors").EnumerateArray().ToArray();
        var codes = errors.Select(error => error.GetProperty("code").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "negative_number", "fraction", "unknown_site", "unknown_field" }, codes);
        Assert.All(errors, error =>
        {
            Assert.NotEmpty(error.GetProperty("where").GetString()!);
            Assert.NotEmpty(error.GetProperty("what").GetString()!);
            Assert.NotEmpty(error.GetProperty("do").GetString()!);
        });
    }

    [Fact]
    public async Task Invalid_UTF8_and_no_JSON_and_nothing_at_all_are_answered()
    {
        await using var console = await RunningConsole.Start();
        (byte[] Bytes, string Code)[] files = [([0x7B, 0xC3, 0x28, 0x7D], "invalid_utf8"), ([], "empty_file"), ("{"u8.ToArray(), "unexpected_end"), ("hello"u8.ToArray(), "invalid_json")];
        foreach (var (bytes, code) in files)
        {
            var problem = await Refused(console, bytes, HttpStatusCode.BadRequest, "script_has_errors");
            Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error => error.GetProperty("code").GetString() == code);
        }
    }

    [Fact]
    public async Task A_file_of_50_MB_is_answered_at_once_and_not_read_whole()
    {
        await using var console = await RunningConsole.Start();
        await (await console.Operator()).Get("/api/teleconferences");
        var body = new byte[50_000_000];
        Array.Fill(body, (byte)' ');
        GC.Collect();
        var (before, watch) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var problem = await Refused(console, body, HttpStatusCode.BadRequest, "script_has_errors");
        Assert.Equal("file_too_large", Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 40_000_000);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_answered_with_409_and_the_log_stays()
    {
        await using var console = await RunningConsole.Start();
        var before = console.Host(RunningConsole.Map2021).State;
        await Refused(console, Encoding.UTF8.GetBytes(Support.PlanFiles.Smallest(RunningConsole.Map2021)), HttpStatusCode.Conflict, "id_taken");
        Assert.Same(before, console.Host(RunningConsole.Map2021).State);
    }

    private static async Task<JsonElement> Refused(RunningConsole console, byte[] file, HttpStatusCode status, string code)
    {
        var operator_ = await console.Operator();
        var before = (await operator_.Get("/api/teleconferences")).Body;
        var reply = await operator_.Post(
            "/api/teleconferences", new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
        Assert.True((reply.Status, reply.Code) == (status, code), reply.ToString());
        Assert.Equal(before, (await operator_.Get("/api/teleconferences")).Body);
        return reply.Problem;
    }
}
