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
        var (order, segment) = (state.Order, Pick(state.Order.Segments));
        return random.Next(28) switch
        {
            0 => new Start(),
            1 => Press.Next(state),
            2 => Press.Back(state),
            3 => Press.Jump(state, segment.Id),
            20 => order.HeldSince is null ? Press.Hold(state) : Press.Resume(state),
            21 => new MoveSegment(order.Version, segment.Id, Pick(order.Segments).Id),
            22 => new InsertSegment(order.Version, SegmentKind.Video, new("Film"), 60, null, null, segment.Id),
            23 => new RemoveSegment(order.Version, segment.Id),
            24 => new AdjustDuration(segment.Seq, segment.Id, 30),
            25 => new UndoAct(order.UndoableBy(Show.Anna.Name)?.Seq ?? 0),
            26 => new MoveLaunch(launch.Id, order.Holding(launch.Id)?.Id, random.Next(2) == 0 ? null : segment.Id),
            27 => new TakeBackCall(launch.Id, launch.Attempt),
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

    private string? Reason() => random.Next(3) > 0 ? Reasons[0] : Pick(Reasons);

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
