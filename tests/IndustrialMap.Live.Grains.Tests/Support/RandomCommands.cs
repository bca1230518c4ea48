using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains.Tests;

/// <summary>
/// Commands as anybody may send them to a running show: mostly what could be accepted, often what is stale, now and then what
/// nobody may do, and sometimes one that was sent before.
/// </summary>
internal sealed class RandomCommands(int seed)
{
    private static readonly string?[] Reasons = ["the line was down", "  байланыс үзілді ", "", null, new string('x', 501)];

    private readonly Random random = new(seed);
    private readonly List<CommandEnvelope> sent = [];

    internal CommandEnvelope Next(Teleconference state)
    {
        if (sent.Count > 0 && random.Next(12) == 0)
        {
            // Word for word, or somebody else under its id.
            var (id, command, actor, _) = Pick(sent);
            return random.Next(3) > 0 ? CommandEnvelope.Of(id, command, actor) : CommandEnvelope.Of(id, Command(state), Anybody(state));
        }
        var envelope = CommandEnvelope.Of(Guid.NewGuid().ToString(), Command(state), Anybody(state));
        sent.Add(envelope);
        return envelope;
    }

    private Command Command(Teleconference state)
    {
        var launch = random.Next(30) == 0 ? new Launch("no-such", null, null, null, null) : Pick(state.Launches);
        var site = random.Next(30) == 0 ? "no-such" : Pick(state.Sites).Id;
        return random.Next(20) switch
        {
            0 => new Start(),
            1 => new Next(OnAir(state)),
            2 or 3 => new Back(OnAir(state)),
            4 or 5 or 6 => new ReportReadiness(site, Pick(Enum.GetValues<ReadinessItem>()), random.Next(3) > 0),
            7 or 8 or 9 => new CallLaunch(launch.Id),
            10 or 11 or 12 or 13 => new ConfirmLaunch(launch.Id, random.Next(3) > 0 ? launch.Attempt : null, Reason()),
            14 or 15 => new RetractConfirmation(launch.Id, Reason()!),
            16 or 17 => new PostponeLaunch(launch.Id, Reason()!),
            _ => new BringBackLaunch(launch.Id, Reason()!),
        };
    }

    private Actor Anybody(Teleconference state) => random.Next(8) switch
    {
        0 or 1 or 2 => Show.Anna,
        3 => Show.Berik,
        7 => new(Role.Viewer, "Viewer"),
        _ => new(Role.Coordinator, "Coordinator", Pick(state.Sites).Id),
    };

    private string OnAir(Teleconference state) => state.Order.OnAirId ?? state.Order.Segments[0].Id;

    private string? Reason() => random.Next(3) > 0 ? Reasons[0] : Pick(Reasons);

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
