using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>
/// How events are stored. A test that fails here means that old logs could no longer be read: mend the code, not the test.
/// Only a new event adds a line.
/// </summary>
public class Events
{
    /// <summary>Each event, and what the journal holds of it.</summary>
    private static readonly (TeleconferenceEvent Event, string Json)[] Stored =
    [
        (new TeleconferenceDrafted(EveryField.Plan), EveryField.Json),
        (new TeleconferenceDrafted2(EveryField.Plan2), EveryField.Json2),
        (new TeleconferenceStarted(), """{"type":"teleconference_started"}"""),
        (new TeleconferenceEnded(), """{"type":"teleconference_ended"}"""),
        (new CommandAnswered(), """{"type":"command_answered"}"""),
        (new ClockStepped(-10_800_000), """{"type":"clock_stepped","milliseconds":-10800000}"""),
        (new SegmentWentOnAir("opening"), """{"type":"segment_went_on_air","segmentId":"opening"}"""),
        (new SteppedBack("opening"), """{"type":"stepped_back","segmentId":"opening"}"""),
        (new ReadinessReported("shymkent", ReadinessItem.Talkback, true),
            """{"type":"readiness_reported","siteId":"shymkent","item":"talkback","ready":true}"""),
        (new SiteConnected("shymkent"), """{"type":"site_connected","siteId":"shymkent"}"""),
        (new SiteDisconnected("shymkent"), """{"type":"site_disconnected","siteId":"shymkent"}"""),
        (new InvitationRenewed("shymkent"), """{"type":"invitation_renewed","siteId":"shymkent"}"""),
        (new LaunchCalled("cans"), """{"type":"launch_called","launchId":"cans"}"""),
        (new LaunchConfirmed("cans", null), """{"type":"launch_confirmed","launchId":"cans"}"""),
        (new LaunchConfirmed("cans", "Байланыс жоқ"),
            """{"type":"launch_confirmed","launchId":"cans","reason":"Байланыс жоқ"}"""),
        (new ConfirmationRetracted("cans", "Рано"), """{"type":"confirmation_retracted","launchId":"cans","reason":"Рано"}"""),
        (new LaunchPostponed("cans", "Fog"), """{"type":"launch_postponed","launchId":"cans","reason":"Fog"}"""),
        (new TeleconferenceReopened("Too early"), """{"type":"teleconference_reopened","reason":"Too early"}"""),
        (new JumpedToSegment("closing"), """{"type":"jumped_to_segment","segmentId":"closing"}"""),
        (new HoldBegan(), """{"type":"hold_began"}"""),
        (new HoldEnded(), """{"type":"hold_ended"}"""),
        (new SegmentMoved("closing", "opening"), """{"type":"segment_moved","segmentId":"closing","before":"opening"}"""),
        (new SegmentMoved("opening", null), """{"type":"segment_moved","segmentId":"opening"}"""),
        (new SegmentInserted(new("added-1", SegmentKind.Video, new("Film"), 90, "shymkent", [], new(12, 0)), "closing"),
            """{"type":"segment_inserted","segment":{"id":"added-1","kind":"video","title":{"en":"Film"},"plannedSeconds":90,"site":"shymkent","launches":[],"fixedStart":"12:00:00"},"before":"closing"}"""),
        (new SegmentRemoved("pause", new Text("Pause"), "shymkent"),
            """{"type":"segment_removed","segmentId":"pause","title":{"en":"Pause"},"site":"shymkent"}"""),
        (new SegmentEdited(new("opening", SegmentKind.Speech, null, 90, null, ["cans"])),
            """{"type":"segment_edited","segment":{"id":"opening","kind":"speech","plannedSeconds":90,"launches":["cans"]}}"""),
        (new DurationAdjusted("opening", 330), """{"type":"duration_adjusted","segmentId":"opening","plannedSeconds":330}"""),
        (new SegmentSkipped("opening"), """{"type":"segment_skipped","segmentId":"opening"}"""),
        (new SegmentUnskipped("opening"), """{"type":"segment_unskipped","segmentId":"opening"}"""),
        (new LaunchMoved("cans", "closing"), """{"type":"launch_moved","launchId":"cans","to":"closing"}"""),
        (new Undone(7, "launch_moved", "closing", "cans"),
            """{"type":"undone","act":7,"what":"launch_moved","segmentId":"closing","launchId":"cans"}"""),
        (new Redone(7, "hold_began", null, null), """{"type":"redone","act":7,"what":"hold_began"}"""),
        (new CallTakenBack("cans"), """{"type":"call_taken_back","launchId":"cans"}"""),
        (new ConfirmationOverdue("cans", 2), """{"type":"confirmation_overdue","launchId":"cans","attempt":2}"""),
        (new ConfirmationRefused("cans", RefusalCode.CallSuperseded),
            """{"type":"confirmation_refused","launchId":"cans","code":"call_superseded"}"""),
        (new LaunchBroughtBack("cans", "No fog"), """{"type":"launch_brought_back","launchId":"cans","reason":"No fog"}"""),
    ];

    [Fact]
    public void The_stored_names_are_these() => Assert.Equal(
        [
            "call_taken_back", "clock_stepped", "command_answered", "confirmation_overdue", "confirmation_refused", "confirmation_retracted",
            "duration_adjusted", "hold_began", "hold_ended", "invitation_renewed", "jumped_to_segment", "launch_brought_back", "launch_called",
            "launch_confirmed", "launch_moved", "launch_postponed", "readiness_reported", "redone", "segment_edited", "segment_inserted",
            "segment_moved", "segment_removed", "segment_skipped", "segment_unskipped", "segment_went_on_air", "site_connected",
            "site_disconnected", "stepped_back", "teleconference_drafted", "teleconference_drafted_2", "teleconference_ended", "teleconference_reopened",
            "teleconference_started", "undone",
        ],
        Names.Select(name => (string)name.TypeDiscriminator!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_event_has_one_name() => Assert.Equal(ByName(EventTypes.All), ByName(Names.Select(name => name.DerivedType)));

    [Fact]
    public void The_name_of_an_event_is_the_one_in_its_JSON() => Assert.All(Stored, stored =>
        Assert.StartsWith($"{{\"type\":\"{EventNames.NameOf(stored.Event)}\"", Write(stored.Event)));

    [Fact]
    public void Every_event_is_among_the_examples() =>
        Assert.Equal([.. EventTypes.All], Stored.Select(stored => stored.Event.GetType()).ToHashSet());

    [Fact]
    public void Every_event_is_written_as_it_always_was() =>
        Assert.All(Stored, stored => Assert.Equal(stored.Json, Write(stored.Event)));

    [Fact]
    public void Every_event_is_read_as_it_was_written() => Assert.All(Stored, stored =>
    {
        var read = Read(stored.Json);
        Assert.IsType(stored.Event.GetType(), read);
        Assert.Equal(stored.Json, Write(read));
    });

    /// <summary>So builds of before version 2 go on reading the logs of all plans that they could have drafted themselves.</summary>
    [Fact]
    public void A_plan_is_drafted_under_the_oldest_name_that_can_hold_it()
    {
        var (old, all) = (EveryField.Plan, EveryField.Plan2);
        Assert.Equal(EveryField.Json, Write(Teleconference.Drafted(old)));
        Assert.Equal(EveryField.Json2, Write(Teleconference.Drafted(all)));
        Assert.All(
            new[] { old with { ConfirmationSeconds = 90 }, old with { Launches = all.Launches }, old with { Segments = all.Segments } },
            plan => Assert.Equal("teleconference_drafted_2", EventNames.NameOf(Teleconference.Drafted(plan))));
    }

    [Fact]
    public void Either_name_of_a_drafted_plan_begins_the_same_teleconference()
    {
        var states = new TeleconferenceEvent[] { new TeleconferenceDrafted(EveryField.Plan), new TeleconferenceDrafted2(EveryField.Plan) }
            .Select(drafted => Teleconference.Initial.Apply(new(1, DateTimeOffset.UnixEpoch, Actor.Server, drafted)))
            .ToArray();
        Assert.Same(EveryField.Plan, states[1].Plan);
        Assert.Equal(JsonSerializer.Serialize(states[0], DomainJson.Options), JsonSerializer.Serialize(states[1], DomainJson.Options));
    }

    [Fact]
    public void An_event_whose_name_is_unknown_is_an_error_and_not_skipped() =>
        Assert.Throws<JsonException>(() => Read("""{"type":"launch_cancelled","launchId":"cans"}"""));

    [Fact]
    public void An_event_carries_its_place_its_time_and_who_gave_the_command()
    {
        var json = """
            {"seq":7,"occurredAt":"2021-09-28T05:00:00.125+00:00",
            "actor":{"role":"coordinator","name":"Айгүл","siteId":"shymkent"},
            "event":{"type":"launch_confirmed","launchId":"cans"}}
            """.ReplaceLineEndings("");
        var envelope = new EventEnvelope(
            7, new(2021, 9, 28, 5, 0, 0, 125, TimeSpan.Zero), new(Role.Coordinator, "Айгүл", "shymkent"),
            new LaunchConfirmed("cans", null));
        Assert.Equal(json, JsonSerializer.Serialize(envelope, DomainJson.Options));
        Assert.Equal(envelope, JsonSerializer.Deserialize<EventEnvelope>(json, DomainJson.Options));
    }

    [Fact]
    public void A_log_with_a_gap_or_a_doubled_event_is_not_folded()
    {
        var state = Show.Live().State;
        foreach (var seq in new[] { state.Seq, state.Seq + 2 })
            Assert.Throws<InvalidOperationException>(() =>
                state.Apply(new(seq, DateTimeOffset.UnixEpoch, Show.OperatorA, new LaunchCalled(Map2021.Cans))));
    }

    [Fact]
    public void An_event_that_names_what_the_plan_does_not_have_is_not_folded()
    {
        var state = Show.Live().State;
        foreach (TeleconferenceEvent what in new TeleconferenceEvent[]
            { new LaunchCalled("no-such"), new SiteConnected("no-such"), new SegmentWentOnAir("no-such"), new SteppedBack("no-such") })
            Assert.Throws<InvalidOperationException>(() =>
                state.Apply(new(state.Seq + 1, DateTimeOffset.UnixEpoch, Show.OperatorA, what)));
    }

    private static JsonDerivedTypeAttribute[] Names =>
        [.. typeof(TeleconferenceEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()];

    private static string[] ByName(IEnumerable<Type> types) => [.. types.Select(type => type.Name).Order(StringComparer.Ordinal)];

    private static string Write(TeleconferenceEvent what) => JsonSerializer.Serialize(what, DomainJson.Options);

    private static TeleconferenceEvent Read(string json) =>
        JsonSerializer.Deserialize<TeleconferenceEvent>(json, DomainJson.Options)!;
}
