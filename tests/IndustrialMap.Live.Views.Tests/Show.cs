using System.Security.Cryptography;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Views.Tests;

/// <summary>The 2021 map as pure rules alone play it, with the views that follow it.</summary>
public sealed class Show : IAsyncDisposable
{
    public static readonly Actor Anna = new(Role.Operator, "Anna");
    public static readonly Actor Berik = new(Role.Operator, "Berik");
    public static readonly Actor Shymkent = new(Role.Coordinator, "Shymkent", "shymkent");

    public Show()
    {
        var plan = BuiltInPlans.All.Single(plan => plan.Id == "2021-industrialization-map");
        Store([Teleconference.Drafted(plan)], Anna);
    }

    public Teleconference State { get; private set; } = Teleconference.Initial;
    public Place Place => PlaceOf(State.Seq);
    public TeleconferenceViews Feed { get; } = new(TimeProvider.System, new(TimeProvider.System), _ => { });

    public void Send(Command command, Actor by)
    {
        var decision = State.Decide(command, by);
        Assert.Null(decision.Refusal);
        Store(decision.Kept(by), by);
    }

    /// <summary>Where this show's log has an event of that seq; <paramref name="log"/> tells it from another log.</summary>
    public static Place PlaceOf(long seq, byte log = 0) => Place.At(seq, SHA256.HashData([log, (byte)seq]));

    private void Store(IEnumerable<TeleconferenceEvent> what, Actor by)
    {
        var events = new List<EventEnvelope>();
        foreach (var each in what)
        {
            events.Add(new(State.Seq + 1, DateTimeOffset.UtcNow, by, each));
            State = State.Apply(events[^1]);
        }
        Feed.Publish(State, Place, events);
    }

    public ValueTask DisposeAsync() => Feed.DisposeAsync();
}
