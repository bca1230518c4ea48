using static IndustrialMap.Live.Domain.LaunchState;
using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>What every command does in every state of a launch.</summary>
public class LaunchStates
{
    private const string Why = Commands.Reason;

    private static readonly Dictionary<string, Command> ByName = new()
    {
        ["call"] = new CallLaunch(Map2021.Cans),
        ["confirm"] = new ConfirmLaunch(Map2021.Cans, Reason: Why),
        ["retract"] = new RetractConfirmation(Map2021.Cans, Why),
        ["postpone"] = new PostponeLaunch(Map2021.Cans, Why),
        ["bring back"] = new BringBackLaunch(Map2021.Cans, Why),
    };

    [Theory]
    [InlineData(Planned, "call", Called)]
    [InlineData(Called, "confirm", Confirmed)]
    [InlineData(Confirmed, "retract", Called)]
    [InlineData(Planned, "postpone", Postponed)]
    [InlineData(Called, "postpone", Postponed)]
    [InlineData(Postponed, "bring back", Planned)]
    public void A_launch_moves_on(LaunchState from, string command, LaunchState to)
    {
        var show = In(from).Accepted(Show.OperatorA, ByName[command]);
        Assert.Equal(to, show.State.Launch(Map2021.Cans)!.State);
        Assert.Equal(show.Now, show.State.Launch(Map2021.Cans)!.ChangedAt);
        // Whoever confirmed before, an operator in the site's place says so of its own confirmation alone.
        Assert.Equal(to == Confirmed, show.State.Launch(Map2021.Cans)!.ConfirmedForSite);
    }

    [Theory]
    [InlineData(Called, "call")]
    [InlineData(Confirmed, "confirm")]
    [InlineData(Postponed, "postpone")]
    public void What_is_so_already_is_accepted_and_changes_nothing(LaunchState state, string command) =>
        In(state).AcceptedButNothingChanges(Show.OperatorA, ByName[command]);

    [Theory]
    [InlineData(Confirmed, "call", LaunchNotPlanned)]
    [InlineData(Postponed, "call", LaunchNotPlanned)]
    [InlineData(Planned, "confirm", LaunchNotCalled)]
    [InlineData(Postponed, "confirm", LaunchNotCalled)]
    [InlineData(Planned, "retract", LaunchNotConfirmed)]
    [InlineData(Called, "retract", LaunchNotConfirmed)]
    [InlineData(Postponed, "retract", LaunchNotConfirmed)]
    [InlineData(Confirmed, "postpone", LaunchNotPlanned)]
    [InlineData(Planned, "bring back", LaunchNotPostponed)]
    [InlineData(Called, "bring back", LaunchNotPostponed)]
    [InlineData(Confirmed, "bring back", LaunchNotPostponed)]
    public void A_command_out_of_place_is_refused_and_the_refusal_names_the_state_in_the_way(
        LaunchState state, string command, RefusalCode code) =>
        In(state).Refused(code, Show.OperatorA, ByName[command], state.ToString().ToLowerInvariant());

    [Fact]
    public void The_tables_above_have_every_command_in_every_state()
    {
        var rows = GetType().GetMethods()
            .SelectMany(test => test.GetCustomAttributes(typeof(InlineDataAttribute), false))
            .SelectMany(row => ((InlineDataAttribute)row).GetData(null!))
            .Where(row => row[0] is LaunchState)
            .Select(row => ((LaunchState)row[0], (string)row[1]));
        var all = Enum.GetValues<LaunchState>().SelectMany(state => ByName.Keys.Select(command => (state, command)));
        Assert.Equal(all.Order(), rows.Order());
    }

    [Fact]
    public void A_launch_can_be_postponed_and_brought_back_before_the_start() => new Show(Map2021.Plan)
        .Accepted(Show.OperatorA, ByName["postpone"])
        .Accepted(Show.OperatorA, ByName["bring back"]);

    [Fact]
    public void Nothing_is_called_before_the_start() =>
        new Show(Map2021.Plan).Refused(NotStarted, Show.OperatorA, ByName["call"]);

    [Fact]
    public void Nothing_is_called_after_the_end() => Show.Live()
        .Accepted(Show.OperatorA, Press.End)
        .Refused(AlreadyEnded, Show.OperatorA, ByName["call"]);

    [Theory]
    [InlineData(typeof(CallLaunch))]
    [InlineData(typeof(ConfirmLaunch))]
    [InlineData(typeof(RetractConfirmation))]
    [InlineData(typeof(PostponeLaunch))]
    [InlineData(typeof(BringBackLaunch))]
    public void A_launch_that_the_plan_does_not_have_is_unknown(Type type) => Show.Live().Refused(
        UnknownLaunch, Show.OperatorA, Commands.All(Map2021.CansSite, "2021-07", "opening").Single(c => c.GetType() == type));

    [Fact]
    public void A_change_of_one_launch_leaves_the_others_alone()
    {
        var before = Show.Live();
        var others = before.State.Launches.RemoveAll(launch => launch.Id == Map2021.Cans);
        var after = before.Accepted(Show.OperatorA, ByName["call"]).State.Launches.RemoveAll(launch => launch.Id == Map2021.Cans);
        Assert.Equal(others.AsEnumerable(), after);
    }

    private static Show In(LaunchState state)
    {
        string[] way = state switch
        {
            Called => ["call"],
            Confirmed => ["call", "confirm"],
            Postponed => ["postpone"],
            _ => [],
        };
        return way.Aggregate(Show.Live(), (show, command) => show.Accepted(Show.OperatorA, ByName[command]));
    }
}
