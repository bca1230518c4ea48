namespace IndustrialMap.Live.Domain.Tests;

public class Schedules
{
    public static TheoryData<string> Names => new(ScheduleCases.All.Select(one => (string)one["name"]!));

    [Theory, MemberData(nameof(Names))]
    public void The_server_counts_as_was_worked_by_hand(string name)
    {
        var one = ScheduleCases.All.Single(one => (string)one["name"]! == name);
        var expected = ScheduleCases.Read<Schedule>(one["expected"]);

        var schedule = Schedule.Of(ScheduleCases.Read<ScheduleInput>(one), ScheduleCases.Read<DateTimeOffset>(one["now"]));

        Assert.Equal(expected.Slots.AsEnumerable(), schedule.Slots);
        Assert.Equal(expected with { Slots = [] }, schedule with { Slots = [] });
    }

    [Fact]
    public void There_are_enough_cases_to_trust() => Assert.True(ScheduleCases.All.Count >= 60);

    [Fact]
    public void A_clock_set_to_the_end_of_the_calendar_stops_there()
    {
        var show = new ScheduleInput(Phase.Live, DateTimeOffset.MaxValue, null, null, null, [new("a", 300, DateTimeOffset.MaxValue)]);

        var slot = Schedule.Of(show, DateTimeOffset.MaxValue).Slots[0];

        Assert.Equal(9999, slot.PlannedEnd!.Value.Year);
        Assert.Equal(TimeSpan.FromSeconds(-300), slot.Over);
    }
}
