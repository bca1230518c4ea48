using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>
/// Shows to measure with. They have the size of real ones and nothing of their content: sites and launches are numbered,
/// and no figure is stated.
/// </summary>
internal static class Show
{
    internal static readonly Actor Operator = new(Role.Operator, "Operator 1");

    internal static TeleconferencePlan Of(int sites, int launches) => new(
        $"show-{sites}-{launches}", new Text("A show to measure with"), null, "2018", new Studio(new Text("Studio"), "Asia/Almaty"),
        true, null, null, null, [],
        [.. Numbers(sites).Select(n => new PlannedSite(SiteId(n), new Text($"Site {n}"), null, Basis.Stated, null, "Asia/Almaty"))],
        [
            .. Numbers(launches).Select(n => new PlannedLaunch(
                LaunchId(n), new Text($"Launch {n}"), null, SiteId((n - 1) % sites + 1), null, Basis.Stated, null, Basis.Stated, null, null, null)),
        ],
        [],
        [
            .. Numbers(launches).Select(n => new PlannedSegment(
                $"segment-{n}", SegmentKind.Launch, null, 120, SiteId((n - 1) % sites + 1), [LaunchId(n)])),
        ],
        []);

    internal static string SiteId(int number) => $"site-{number}";
    internal static string LaunchId(int number) => $"launch-{number}";
    internal static Actor Coordinator(int site) => new(Role.Coordinator, "Coordinator", SiteId(site));

    internal static CommandEnvelope Envelope(Command command, Actor by) => CommandEnvelope.Of(Guid.NewGuid().ToString(), command, by);

    /// <summary>A command that is always stored, as one event.</summary>
    internal static CommandEnvelope Report(int site) => Envelope(new ReportReadiness(SiteId(site), ReadinessItem.Picture, true), Coordinator(site));

    /// <summary>From the start to the end: every site reports, every launch is called and confirmed.</summary>
    internal static async Task Play(FollowedShow host)
    {
        async Task<long> Send(Command command, Actor by)
        {
            var answer = await host.Send(Envelope(command, by));
            return answer.Refusal is { } refusal ? throw new InvalidOperationException($"{command} was refused: {refusal}") : answer.Seq;
        }
        foreach (var site in host.Plan.Sites)
            foreach (var item in Enum.GetValues<ReadinessItem>())
                await Send(new ReportReadiness(site.Id, item, true), new(Role.Coordinator, "Coordinator", site.Id));
        var step = await Send(new Start(), Operator);
        foreach (var (place, segment) in host.Plan.Segments.Index())
        {
            foreach (var id in segment.Launches)
            {
                await Send(new CallLaunch(id), Operator);
                var site = host.Plan.Launches.First(launch => launch.Id == id).Site;
                await Send(new ConfirmLaunch(id, 1), new(Role.Coordinator, "Coordinator", site));
            }
            if (place + 1 < host.Plan.Segments.Length) step = await Send(new Next(step, host.Plan.Segments[place + 1].Id), Operator);
        }
        await Send(new End(step), Operator);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);
}
