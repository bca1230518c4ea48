using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Feed;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// Shows to measure with. They have the size of real ones and nothing of their content: sites and launches are numbered,
/// and no figure is stated.
/// </summary>
internal static class Show
{
    internal static readonly Actor Operator = new(Role.Operator, "Operator 1");

    internal static Script Of(int sites, int launches) => new(
        $"show-{sites}-{launches}", new Text("A show to measure with"), null, "2018", new StudioScript(new Text("Studio"), "Asia/Almaty"),
        true, null, null, null, [],
        [.. Numbers(sites).Select(n => new SiteScript(SiteId(n), new Text($"Site {n}"), null, Basis.Stated, null, "Asia/Almaty"))],
        [
            .. Numbers(launches).Select(n => new LaunchScript(
                LaunchId(n), new Text($"Launch {n}"), null, SiteId((n - 1) % sites + 1), null, Basis.Stated, null, Basis.Stated, null, null, null)),
        ],
        [],
        [
            .. Numbers(launches).Select(n => new SegmentScript(
                $"segment-{n}", SegmentKind.Launch, null, 120, SiteId((n - 1) % sites + 1), [LaunchId(n)])),
        ],
        []);

    internal static string SiteId(int number) => $"site-{number}";
    internal static string LaunchId(int number) => $"launch-{number}";
    internal static Actor Coordinator(int site) => new(Role.Coordinator, "Coordinator", SiteId(site));

    internal static CommandEnvelope Envelope(Command command) => new(Guid.NewGuid().ToString(), command);

    /// <summary>A command that is always stored, as one event.</summary>
    internal static CommandEnvelope Report(int site) => Envelope(new ReportReadiness(SiteId(site), ReadinessItem.Picture, true));

    internal static async Task<TeleconferenceHost> Draft(IJournal journal, Script script)
    {
        var drafted = new NewEvent(
            Guid.NewGuid().ToString(), default, DateTimeOffset.UtcNow, JsonSerializer.SerializeToUtf8Bytes(Actor.Server, DomainJson.Options), "teleconference_drafted",
            JsonSerializer.SerializeToUtf8Bytes<TeleconferenceEvent>(new TeleconferenceDrafted(script), DomainJson.Options));
        await journal.Append(script.Id, Journal.Place.Start, [drafted]);
        return await TeleconferenceHost.Open(journal, script.Id, TimeProvider.System);
    }

    /// <summary>From the start to the end: every site reports, every launch is called and confirmed.</summary>
    internal static async Task Play(TeleconferenceHost host)
    {
        async Task Send(Command command, Actor by)
        {
            if ((await host.Send(Envelope(command), by)).Refusal is { } refusal)
                throw new InvalidOperationException($"{command} was refused: {refusal}");
        }
        foreach (var site in host.State.Sites)
            foreach (var item in Enum.GetValues<ReadinessItem>())
                await Send(new ReportReadiness(site.Id, item, true), new(Role.Coordinator, "Coordinator", site.Id));
        await Send(new Start(), Operator);
        foreach (var segment in host.State.Script!.Segments)
        {
            foreach (var id in segment.Launches)
            {
                await Send(new CallLaunch(id), Operator);
                var site = host.State.Script.Launches.First(launch => launch.Id == id).Site;
                await Send(new ConfirmLaunch(id, 1), new(Role.Coordinator, "Coordinator", site));
            }
            if (segment != host.State.Script.Segments[^1]) await Send(new Next(segment.Id), Operator);
        }
        await Send(new End(host.State.Script.Segments[^1].Id), Operator);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);
}
