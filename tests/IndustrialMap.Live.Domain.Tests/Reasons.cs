using System.Text.Json;
using static IndustrialMap.Live.Domain.RefusalCode;

namespace IndustrialMap.Live.Domain.Tests;

/// <summary>Where a reason must be given, and what counts as one.</summary>
public class Reasons
{
    private static readonly string Longest = new('x', 500);

    public static TheoryData<string> WhereOneIsNeeded => ["confirm for the site", "retract", "postpone", "bring back"];

    [Theory]
    [MemberData(nameof(WhereOneIsNeeded))]
    public void A_missing_or_blank_reason_is_refused(string what)
    {
        foreach (var blank in new[] { null, "", "   ", "\t\r\n", "\u00a0\u2003" })
            Ready(what).Refused(ReasonRequired, Show.OperatorA, With(what, blank!));
    }

    [Theory]
    [MemberData(nameof(WhereOneIsNeeded))]
    public void A_reason_of_500_characters_is_accepted(string what) =>
        Ready(what).Accepted(Show.OperatorA, With(what, Longest));

    [Theory]
    [MemberData(nameof(WhereOneIsNeeded))]
    public void A_reason_of_501_characters_is_too_long(string what) =>
        Ready(what).Refused(ReasonTooLong, Show.OperatorA, With(what, Longest + "x"));

    [Theory]
    [MemberData(nameof(WhereOneIsNeeded))]
    public void A_reason_is_kept_without_the_space_around_it_which_does_not_count(string what)
    {
        var show = Ready(what).Accepted(Show.OperatorA, With(what, $"  {Longest}\r\n"));
        Assert.Equal(Longest, show.State.Launch(Map2021.Cans)!.Reason);
    }

    [Theory]
    [MemberData(nameof(WhereOneIsNeeded))]
    public void A_reason_that_cannot_be_read_is_refused(string what) =>
        Ready(what).Refused(ReasonUnreadable, Show.OperatorA, With(what, "the line \u202eis down"));

    /// <summary>The screens' copy of the rule is held to the same file.</summary>
    public record Case(string Name, string Text, RefusalCode? Refused, int Times = 1, string Then = "", string? Kept = null)
    {
        public string Written => string.Concat(Enumerable.Repeat(Text, Times)) + Then;

        public override string ToString() => Name;
    }

    public static TheoryData<Case> Cases => new(JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reasons.cases.json")), DomainJson.Options)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_reason_is_judged_as_the_cases_say(Case @case)
    {
        var postpone = new PostponeLaunch(Map2021.Cans, @case.Written);
        if (@case.Refused is { } code)
        {
            Show.Live().Refused(code, Show.OperatorA, postpone);
            return;
        }
        var show = Show.Live().Accepted(Show.OperatorA, postpone);
        Assert.Equal(@case.Kept ?? @case.Written, show.State.Launch(Map2021.Cans)!.Reason);
    }

    [Fact]
    public void A_reason_with_half_a_character_cannot_be_read()
    {
        foreach (var half in new[] { '\ud83d', '\ude00' })
            Show.Live().Refused(ReasonUnreadable, Show.OperatorA, new PostponeLaunch(Map2021.Cans, $"not {half}ready"));
    }

    private static Command With(string what, string reason) => what switch
    {
        "confirm for the site" => new ConfirmLaunch(Map2021.Cans, Reason: reason),
        "retract" => new RetractConfirmation(Map2021.Cans, reason),
        "postpone" => new PostponeLaunch(Map2021.Cans, reason),
        _ => new BringBackLaunch(Map2021.Cans, reason),
    };

    private static Show Ready(string what) => what switch
    {
        "confirm for the site" => Called(),
        "retract" => Called().Accepted(Show.Coordinator(Map2021.CansSite), new ConfirmLaunch(Map2021.Cans)),
        "postpone" => Show.Live(),
        _ => Show.Live().Accepted(Show.OperatorB, new PostponeLaunch(Map2021.Cans, "Fog")),
    };

    private static Show Called() => Show.Live().Accepted(Show.OperatorB, new CallLaunch(Map2021.Cans));
}
