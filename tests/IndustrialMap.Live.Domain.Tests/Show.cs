using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>One command and what came of it.</summary>
/// <param name="Now">The clock when it was decided.</param>
/// <param name="Again">The id had been accepted before: nothing was decided.</param>
internal sealed record Turn(
    string Id, Teleconference Before, Actor By, Command Command, Decision Decision, Teleconference After, DateTimeOffset Now, bool Again);

/// <summary>A teleconference in memory: what the host does, without a clock, a disk or a network.</summary>
internal sealed class Show
{
    public static readonly Actor OperatorA = new(Role.Operator, "Operator A");
    public static readonly Actor OperatorB = new(Role.Operator, "Operator B");
    public static readonly Actor Viewer = new(Role.Viewer, "Viewer");

    /// <summary>Goes on by odd parts of a second, so that a time which loses digits on its way is noticed.</summary>
    private static readonly TimeSpan BetweenCommands = TimeSpan.FromTicks(61_234_567);

    private readonly List<EventEnvelope> _log = [];
    private readonly List<Teleconference> _states = [];
    private readonly List<Turn> _turns = [];
    private readonly Dictionary<string, AnsweredCommand> _answered = [];

    public Show(TeleconferencePlan plan)
    {
        Plan = plan;
        Take(Actor.Server, Teleconference.Drafted(plan));
    }

    public static Actor Coordinator(string site) => new(Role.Coordinator, $"Coordinator of {site}", site);

    /// <summary>The map of 2021, live, with its opening on air.</summary>
    public static Show Live()
    {
        var show = new Show(Map2021.Plan);
        show.Accepted(OperatorA, new Start());
        return show;
    }

    public TeleconferencePlan Plan { get; }
    public DateTimeOffset Now { get; private set; } = new(2021, 9, 28, 5, 0, 0, TimeSpan.Zero);
    public Teleconference State { get; private set; } = Teleconference.Initial;
    public IReadOnlyList<EventEnvelope> Log => _log;

    /// <summary>The state after each event of the log.</summary>
    public IReadOnlyList<Teleconference> States => _states;
    public IReadOnlyList<Turn> Turns => _turns;
    public IReadOnlyDictionary<string, AnsweredCommand> Answered => _answered;

    /// <param name="id">Null: an id of its own, as every new command has.</param>
    public Decision Send(Actor by, Command command, string? id = null)
    {
        Now += BetweenCommands;
        var before = State;
        id ??= $"command-{_turns.Count}";
        var again = _answered.TryGetValue(id, out var known);
        if (!again && by.Role == Role.Server && command is ReportClockStep step) Now += TimeSpan.FromMilliseconds(step.Milliseconds);
        var decision = !again ? State.Decide(command, by)
            : known!.Judge(by, HashOf(command)) is { } code ? code : Decision.NothingToDo;
        if (!again)
        {
            // What a refusal leaves stands under a name of its own, once.
            var name = decision.Refusal is null ? id : $"refused/{id}";
            var kept = _answered.ContainsKey(name) ? [] : decision.Kept(by);
            foreach (var what in kept) Take(by, what);
            if (kept.Count > 0) _answered[name] = new(by, HashOf(command), State.Seq);
        }
        _turns.Add(new(id, before, by, command, decision, State, Now, again));
        return decision;
    }

    public static byte[] HashOf(Command command) => SHA256.HashData(Encoding.UTF8.GetBytes(Written(command)));

    /// <summary>Two commands are the same if they are written the same: lists compare by identity.</summary>
    public static string Written(Command command) =>
        $"{command.GetType().Name} {JsonSerializer.Serialize(command, command.GetType(), DomainJson.Options)}";

    /// <summary>Sends what must be accepted and must change something.</summary>
    public Show Accepted(Actor by, Command command)
    {
        var decision = Send(by, command);
        Assert.Null(decision.Refusal);
        Assert.NotEmpty(decision.Events);
        return this;
    }

    /// <summary>As somebody gives it who sees the newest state.</summary>
    public Show Accepted(Actor by, Func<Teleconference, Command> press) => Accepted(by, press(State));

    public void AcceptedButNothingChanges(Actor by, Command command)
    {
        var decision = Send(by, command);
        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    /// <param name="state">The state that the refusal must name as standing in the way, if any.</param>
    /// <param name="changedBy">The seq of the event that made an old picture of what the sender saw, if any.</param>
    /// <param name="launches">The launches that it must name.</param>
    public void Refused(RefusalCode code, Actor by, Command command, string? state = null, long? changedBy = null, params string[] launches)
    {
        var before = State;
        var decision = Send(by, command);
        Assert.Equal(new Refusal(code, state, ChangedBy: changedBy), decision.Refusal! with { Launches = null });
        Assert.Equal(launches, decision.Refusal.Launches ?? []);
        if (decision.Events.Count == 0) Assert.Same(before, State);
    }

    private void Take(Actor by, TeleconferenceEvent what)
    {
        var envelope = new EventEnvelope(State.Seq + 1, Now, by, what);
        State = State.Apply(envelope);
        _log.Add(envelope);
        _states.Add(State);
    }
}
