using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.Tests;

/// <summary>Whatever is sent, the answer is problem details with a code, never a failure, and nothing is stored.</summary>
public class BadInput
{
    private const string Id = RunningConsole.Map2021, Path = $"/api/teleconferences/{Id}/commands", Good = "12345678-abcd";

    private static readonly string[] Unreadable =
    [
        "", " ", "null", "[]", "3", "\"start\"", "{", "{\"commandId\":", "not json", "\u0000",
        "{}",
        """{"commandId":"12345678-abcd"}""",
        With("null"),
        """{"commandId":null,"command":{"type":"start"}}""",
        """{"command":{"type":"start"}}""",
        With("{}"),
        With("""{"launchId":"2021-05"}"""),
        With("""{"type":null}"""),
        With("""{"type":3}"""),
        With("""{"type":"launch_everything"}"""),
        With("""{"type":"Start"}"""),
        With("\"start\""),
        With("""[{"type":"start"}]"""),
        With("""{"type":"start","hurry":true}"""),
        """{"commandId":"12345678-abcd","command":{"type":"start"},"by":"operator"}""",
        """{"commandId":"12345678-abcd","command":{"type":"start"},"command":{"type":"start"}}""",
        With("""{"type":"next"}"""),
        With("""{"type":"next","onAir":null}"""),
        With("""{"type":"next","onAir":1}"""),
        With("""{"type":"next","step":"3","segmentId":"closing"}"""),
        With("""{"type":"next","step":3,"segmentId":"closing","open":"2021-05"}"""),
        With("""{"type":"move_segment","version":0,"segmentId":null}"""),
        With("""{"type":"insert_segment","version":0,"kind":"mood","title":{"en":"Film"},"plannedSeconds":60}"""),
        With("""{"type":"insert_segment","version":0,"kind":"video","title":"Film","plannedSeconds":60}"""),
        With("""{"type":"insert_segment","version":0,"kind":"video","title":{"en":"Film"},"plannedSeconds":60,"fixedStart":"25:00:00"}"""),
        With("""{"type":"adjust_duration","row":0,"segmentId":"closing","bySeconds":30.5}"""),
        With("""{"type":"skip_segment","row":0,"segmentId":"closing","skipped":true}"""),
        With("""{"type":"undo"}"""),
        With("""{"type":"postpone_launch","launchId":"2021-05","reason":"Why not","state":"forgotten"}"""),
        With("""{"type":"take_back_call","launchId":"2021-05"}"""),
        With("""{"type":"report_readiness","siteId":"shymkent","item":"mood","ready":true}"""),
        With("""{"type":"report_readiness","siteId":"shymkent","item":1,"ready":true}"""),
        With("""{"type":"report_readiness","siteId":"shymkent","item":"sound"}"""),
        With("""{"type":"confirm_launch","launchId":"2021-05","attempt":1.5}"""),
        With("""{"type":"confirm_launch","launchId":"2021-05","attempt":99999999999999999999}"""),
        With("""{"type":"retract_confirmation","launchId":"2021-05"}"""),
        With("""{"type":"retract_confirmation","launchId":"2021-05","reason":"\ud800"}"""),
        With(new string('[', 100) + new string(']', 100)),
    ];

    [Fact]
    public async Task A_command_that_cannot_be_read_is_answered_with_400()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        foreach (var body in Unreadable) await IsAnswered(console, operator_, Json(body), HttpStatusCode.BadRequest, "unreadable_request");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_and_a_body_that_is_no_JSON_or_too_large_are_answered()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        byte[] notUtf8 = [.. """{"commandId":"12345678-abcd","command":{"type":"next","onAir":"x"""u8, 0xC3, 0x28, .. "\"}}"u8];
        await IsAnswered(console, operator_, Bytes(notUtf8), HttpStatusCode.BadRequest, "unreadable_request");
        var text = new StringContent("""{"commandId":"12345678","command":{"type":"start"}}""", Encoding.UTF8, "text/plain");
        await IsAnswered(console, operator_, text, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        var large = Wire.Of(new CommandRequest(Good, new Next(0, new string('x', 100_000))));
        await IsAnswered(console, operator_, Json(large), HttpStatusCode.RequestEntityTooLarge, "request_too_large");
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("")]
    [InlineData("12345678 ")]
    [InlineData("12345678_")]
    [InlineData("әлия-12345678")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_command_id_of_another_form_is_answered_with_400(string commandId)
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        var sent = Wire.Of(new CommandRequest(commandId, new Start()));
        await IsAnswered(console, operator_, Json(sent), HttpStatusCode.BadRequest, "bad_command_id");
        var hub = await operator_.Hub();
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.Send(Id, new Start(), commandId: commandId));
        Assert.Contains("bad_command_id", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_plan_does_not_have_is_answered_with_404()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        (Command Command, string Code)[] unknown =
        [
            (new CallLaunch("2021-99"), "unknown_launch"), (new ConfirmLaunch("2021-99", null, "Why not"), "unknown_launch"),
            (new RetractConfirmation("", "Why not"), "unknown_launch"), (new Next(3, "no-such"), "unknown_segment"), (new RemoveSegment(0, ""), "unknown_segment"),
        ];
        foreach (var (command, code) in unknown)
            await IsAnswered(console, show.Operator, Json(Wire.Of(new CommandRequest(Person.NewId(), command))), HttpStatusCode.NotFound, code);

        foreach (var path in new[] { "public", "control", "script", "log", "public/events", "control/events" })
            await NotFound(show.Operator, $"/api/teleconferences/none/{path}", "unknown_teleconference");
        await NotFound(show.Operator, $"/api/teleconferences/{Id}/sites/none", "unknown_site");
        await NotFound(show.Operator, $"/api/teleconferences/{Id}/sites/none/events", "unknown_site");
        await NotFound(show.Operator, "/api/none", "not_found");
        Assert.Equal("unknown_teleconference", (await show.Operator.Send("none", new Start())).Code);
        Assert.Equal("unknown_teleconference", (await show.Operator.Post("/api/invitations", """{"role":"coordinator","teleconference":"none","siteId":"x"}""")).Code);
        Assert.Equal("unknown_site", (await show.Operator.Post("/api/invitations", $$"""{"role":"coordinator","teleconference":"{{Id}}","siteId":"none"}""")).Code);
    }

    [Fact]
    public async Task A_reason_that_is_missing_too_long_or_unreadable_is_answered_with_422()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        foreach (var (reason, code) in new[] { (" ", "reason_required"), (new string('x', 501), "reason_too_long"), ("\u202e", "reason_unreadable") })
        {
            var sent = Wire.Of(new CommandRequest(Person.NewId(), new PostponeLaunch(Show.Cans, reason)));
            await IsAnswered(console, show.Operator, Json(sent), HttpStatusCode.UnprocessableEntity, code);
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_is_answered_with_422()
    {
        await using var console = await RunningConsole.Start();
        var show = await Show.Live(console);
        var film = new InsertSegment(0, SegmentKind.Video, new("Film"), 60, null, null, null);
        (Command Command, string Code)[] bad =
        [
            (film with { PlannedSeconds = 0 }, "duration_out_of_range"), (film with { PlannedSeconds = 86_401 }, "duration_out_of_range"),
            (film with { Title = null }, "title_required"), (film with { Title = new(new string('x', 301)) }, "text_too_long"),
            (film with { Title = new("Film\u202e") }, "text_unreadable"), (new AdjustDuration(0, "closing", int.MinValue), "duration_out_of_range"),
        ];
        foreach (var (command, code) in bad)
            await IsAnswered(console, show.Operator, Json(Wire.Of(new CommandRequest(Person.NewId(), command))), HttpStatusCode.UnprocessableEntity, code);
        await IsAnswered(
            console, show.Operator, Json(Wire.Of(new CommandRequest(Person.NewId(), film with { Site = "none" }))), HttpStatusCode.NotFound, "unknown_site");
    }

    [Fact]
    public async Task Bad_questions_and_bad_sign_ins_are_answered_too()
    {
        await using var console = await RunningConsole.Start();
        var operator_ = await console.Operator();
        Assert.Equal("unreadable_request", (await operator_.Get($"/api/teleconferences/{Id}/log?after=soon")).Code);
        Assert.Equal("unreadable_request", (await operator_.Post("/api/sign-in", "{}")).Code);
        Assert.Equal("unreadable_request", (await operator_.Post("/api/sign-in", """{"token":null}""")).Code);
        Assert.Equal("unreadable_request", (await operator_.Post("/api/invitations", """{"role":"king"}""")).Code);
        foreach (var role in new[] { "server", "viewer", "coordinator" })
            Assert.Equal("invitation_incomplete", (await operator_.Post("/api/invitations", $$"""{"role":"{{role}}"}""")).Code);
        Assert.Equal("method_not_allowed", (await operator_.Ask(new HttpRequestMessage(HttpMethod.Delete, Path))).Code);
    }

    [Fact]
    public async Task A_call_to_the_hub_that_cannot_be_read_leaves_the_line_up()
    {
        await using var console = await RunningConsole.Start();
        var hub = await (await console.Operator()).Hub();
        object?[][] bad = [[Id, new { commandId = Good, command = new { launchId = "x" } }], [Id, new { commandId = Good }], [Id, null], [Id], [Id, "start"]];
        foreach (var args in bad) await Assert.ThrowsAsync<HubException>(() => hub.Invoke<CommandAnswer>("Send", args));
        var unknown = await Assert.ThrowsAsync<HubException>(() => hub.Send("none", new Start()));
        Assert.Contains("unknown_teleconference", unknown.Message, StringComparison.Ordinal);
        Assert.Null((await hub.Send(Id, new Start())).Refusal);
    }

    private static async Task IsAnswered(RunningConsole console, Person sender, HttpContent body, HttpStatusCode status, string code)
    {
        var (before, sent) = ((await console.Log(Id)).Count, await body.ReadAsStringAsync());
        var reply = await sender.Post(Path, body);
        Assert.True((reply.Status, reply.Code) == (status, code), $"{sent[..Math.Min(sent.Length, 300)]}: {reply}");
        Assert.Equal((int)status, reply.Problem.GetProperty("status").GetInt32());
        Assert.Equal($"urn:industrialmap-live:{code}", reply.Problem.GetProperty("type").GetString());
        Assert.NotEmpty(reply.Problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(reply.Problem.GetProperty("detail").GetString()!);
        Assert.Equal(before, (await console.Log(Id)).Count);
    }

    private static async Task NotFound(Person person, string path, string code)
    {
        var reply = await person.Get(path);
        Assert.Equal((path, HttpStatusCode.NotFound, code), (path, reply.Status, reply.Code));
    }

    private static string With(string command) => "{\"commandId\":\"" + Good + "\",\"command\":" + command + "}";

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static ByteArrayContent Bytes(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
