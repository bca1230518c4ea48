using System.Globalization;
using System.Text.Json;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.PlanFiles;

namespace IndustrialMap.Live.Views.Tests;

/// <summary>What viewers see of an order that is held, skipped in and reopened, and what they do not see.</summary>
public sealed class PublicViewTests
{
    private static readonly TeleconferencePlan Plan = BuiltInPlans.All.Single(plan => plan.Id == "2021-industrialization-map");
    private static readonly string[] Segments = [.. Plan.Segments.Select(segment => segment.Id)];
    private static readonly string Launch = Plan.Launches[0].Id;

    private Teleconference state = Teleconference.Initial;

    public PublicViewTests()
    {
        Happens("04:00", new TeleconferenceDrafted(Plan));
        Happens("05:00", new TeleconferenceStarted(), new SegmentWentOnAir(Segments[0]));
    }

    [Fact]
    public void A_hold_is_seen_while_it_lasts_and_its_length_once_it_is_over()
    {
        Happens("05:01", new HoldBegan());
        Assert.Equal((At("05:01"), 0), (View.Header.HeldSince, View.OnAir!.HeldMilliseconds));

        Happens("05:03", new HoldEnded());
        Assert.Equal((null, 120_000), (View.Header.HeldSince, View.OnAir!.HeldMilliseconds));
    }

    [Fact]
    public void What_is_skipped_does_not_come_next()
    {
        Assert.Equal(Segments[1], View.Next!.Id);
        Happens("05:01", new SegmentSkipped(Segments[1]));
        Assert.Equal(Segments[2], View.Next!.Id);
    }

    [Fact]
    public void Once_the_end_is_taken_back_the_same_is_on_air_and_next()
    {
        var before = View;
        Happens("05:05", new TeleconferenceEnded());
        Assert.Equal((Phase.Ended, null, null), (View.Header.Phase, View.OnAir?.Id, View.Next?.Id));

        Happens("05:06", new TeleconferenceReopened("Ended by mistake"));
        Assert.Equal(
            (Phase.Live, before.OnAir!.Id, before.OnAir.StartedAt, before.Next!.Id),
            (View.Header.Phase, View.OnAir!.Id, View.OnAir.StartedAt, View.Next!.Id));
        Assert.DoesNotContain("mistake", JsonSerializer.Serialize(View, DomainJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_outside_is_told_that_a_site_is_late_or_was_refused()
    {
        Happens("05:01", new LaunchCalled(Launch));
        var called = Text();
        Happens("05:03", new ConfirmationOverdue(Launch, 1));
        Happens("05:04", new ConfirmationRefused(Launch, RefusalCode.CallSuperseded));
        Assert.Equal(called, Text());

        string Text() => JsonSerializer.Serialize(View with { Seq = 0, Seal = "" }, DomainJson.Options);
    }

    private PublicView View => PublicView.Of(ViewSnapshot.Of(state, Show.PlaceOf(state.Seq)));

    private void Happens(string time, params TeleconferenceEvent[] events)
    {
        foreach (var each in events) state = state.Apply(new(state.Seq + 1, At(time), Show.Anna, each));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-27T{time}Z", CultureInfo.InvariantCulture);
}
