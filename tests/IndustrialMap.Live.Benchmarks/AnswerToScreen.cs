using System.Diagnostics;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// From a command's answer to its update at every screen. An operator confirms a launch for its site and takes it back,
/// in turn; the next command is given when every screen has the one before. The commands, the screens and this clock are
/// one process, the server is another, on the same machine.
/// </summary>
internal static class AnswerToScreen
{
    private const int Rounds = 8, WarmUp = 2, Commands = 24;
    private const int Sites = 25, ControlRooms = 5, Viewers = 200, ViewerCommands = 10;

    internal static async Task Measure(Report report)
    {
        using var server = await ServerProcess.Start(Show.Of(Sites, Sites));
        using var by = await server.Operator(Show.Of(Sites, Sites).Id);
        var coordinators = new List<Participant>();
        for (var n = 1; n <= Sites; n++) coordinators.Add(await server.Coordinator(by, Show.SiteId(n)));
        await by.Send(new Start());
        await by.Send(new CallLaunch(Show.LaunchId(1)));

        report.Table(
            $"Answer to screen ({Sites} sites and {ControlRooms} control rooms connected; {Rounds} rounds of {Commands} commands by each line, after {WarmUp} to warm up, in turns)",
            "what", "p50", "p95", "p99", "rounds' p50 (least / middle / greatest)", "N");
        var (hub, events) = (new Lines(), new Lines());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            await Round(
                hub, round, by,
                [.. Enumerable.Range(0, ControlRooms).Select(_ => new HubScreen(by, "Control", by.Show, null))],
                [.. coordinators.Select((who, i) => new HubScreen(who, "Site", by.Show, Show.SiteId(i + 1), null))]);
            await Round(
                events, round, by,
                [.. Enumerable.Range(0, ControlRooms).Select(_ => new EventsScreen(by, "control"))],
                [.. coordinators.Select((who, i) => new EventsScreen(who, $"sites/{Show.SiteId(i + 1)}"))]);
        }
        foreach (var (name, lines) in new[] { ("hub over WebSocket", hub), ("server-sent events", events) })
        {
            Row(report, $"answer to control room, {name}", lines.Control);
            Row(report, $"answer to site, {name}", lines.Site);
            Row(report, $"answer to the last of the {Sites + ControlRooms} screens, {name}", lines.Last);
            Row(report, $"command sent to the last of the {Sites + ControlRooms} screens, {name}", lines.Whole);
        }
        await MeasureViewers(report, server, by);
        foreach (var who in coordinators) who.Dispose();
    }

    private sealed class Lines
    {
        internal Samples Control { get; } = new();
        internal Samples Site { get; } = new();
        internal Samples Last { get; } = new();
        internal Samples Whole { get; } = new();
    }

    private static async Task Round(Lines lines, int round, Participant by, IReadOnlyList<Screen> control, IReadOnlyList<Screen> sites)
    {
        await Task.WhenAll([.. control.Concat(sites).Select(screen => screen.Open())]);
        for (var i = 0; i < Commands; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            var answer = await by.Send(Turn(i));
            var answered = Stopwatch.GetTimestamp();
            var atControl = await Task.WhenAll(control.Select(screen => screen.Delivered(answer.Seq)));
            var atSites = await Task.WhenAll(sites.Select(screen => screen.Delivered(answer.Seq)));
            foreach (var at in atControl) lines.Control.Add((answered, at), round);
            foreach (var at in atSites) lines.Site.Add((answered, at), round);
            var last = atControl.Concat(atSites).Max();
            lines.Last.Add((answered, last), round);
            lines.Whole.Add((sent, last), round);
        }
        foreach (var screen in control.Concat(sites)) await screen.DisposeAsync();
    }

    /// <summary>Two ways to confirm: long after the confirmation before, and as soon as every viewer has it.</summary>
    private static async Task MeasureViewers(Report report, ServerProcess server, Participant by)
    {
        using var viewer = Participant.Viewer(server.Origin, by.Show);
        var viewers = Enumerable.Range(0, Viewers).Select(_ => new EventsScreen(viewer, "public")).ToArray();
        await Task.WhenAll(viewers.Select(screen => screen.Open()));
        var (calm, busy) = (new Samples(), new Samples());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < ViewerCommands; i++) await Confirm(by, viewers, busy, round, i);
            for (var i = 0; i < ViewerCommands; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(2.0 / TeleconferenceViews.MaxPublicViewsPerSecond));
                await Confirm(by, viewers, calm, round, i);
            }
        }
        Row(report, $"answer to {Viewers} viewers, server-sent events, the line calm before", calm);
        Row(report, $"answer to {Viewers} viewers, confirmation upon confirmation ({TeleconferenceViews.MaxPublicViewsPerSecond} views a second at the most)", busy);
        foreach (var screen in viewers) await screen.DisposeAsync();
    }

    private static async Task Confirm(Participant by, IReadOnlyList<Screen> viewers, Samples samples, int round, int i)
    {
        var answer = await by.Send(Turn(i));
        var answered = Stopwatch.GetTimestamp();
        foreach (var at in await Task.WhenAll(viewers.Select(screen => screen.Delivered(answer.Seq)))) samples.Add((answered, at), round);
    }

    private static Command Turn(int i) => i % 2 == 0
        ? new ConfirmLaunch(Show.LaunchId(1), Reason: "measured")
        : new RetractConfirmation(Show.LaunchId(1), "measured");

    private static void Row(Report report, string what, Samples samples) =>
        report.Row(what, samples.Ms(50), samples.Ms(95), samples.Ms(99), samples.RoundsInMs, $"{samples.Count:#,0}");
}
