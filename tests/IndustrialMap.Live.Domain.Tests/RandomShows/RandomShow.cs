using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace IndustrialMap.Live.Domain.Tests.RandomShows;

/// <summary>A plan and up to 200 commands by anybody. Printed, it is the list of what was sent and what came of it.</summary>
internal sealed record RandomShow(TeleconferencePlan Plan, IReadOnlyList<RandomStep> Steps)
{
    private static readonly Gen<RandomShow> Any =
        from plan in RandomPlan.Any
        from length in Gen.Choose(0, 200)
        from steps in Gen.ListOf(RandomStep.Any, length)
        select new RandomShow(plan, [.. steps]);

    /// <summary>
    /// Tries what must hold on 300 random shows, new ones at every run. A failure names its seed, as "(1234,5678)"; with
    /// the environment variable REPLAY set to "1234,5678" exactly that show is tried again.
    /// </summary>
    public static void ForAll(Action<Show> holds) => ForAll(holds, Environment.GetEnvironmentVariable("REPLAY"));

    /// <param name="seed">As a failure names it; null for new shows.</param>
    public static void ForAll(Action<Show> holds, string? seed) => ForAllPlans(show => holds(show.Play()), seed);

    /// <summary>Each show twice: on a server whose clock is set now and then, and on one whose clock never is.</summary>
    public static void ForAllClocks(Action<Show, Show> holds) =>
        ForAllPlans(show => holds(show.Play(), show.Play(clockIsSet: false)), Environment.GetEnvironmentVariable("REPLAY"));

    private static void ForAllPlans(Action<RandomShow> holds, string? seed)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(300);
        if (seed?.Split(',') is [var first, var second, ..])
            config = config.WithReplay(new Replay(new Rnd(ulong.Parse(first), ulong.Parse(second)), FSharpOption<int>.None));
        Prop.ForAll(Arb.From(Any, Smaller), show => holds(show)).Check(config);
    }

    public override string ToString()
    {
        var show = Play();
        return string.Join('\n', [
            $"{Plan.Sites.Length} sites, {Plan.Launches.Length} launches, {Plan.Segments.Length} segments",
            .. Plan.Launches.Select(launch => $"{launch.Id}: {launch.Site}, {launch.Region}, {launch.Tenge}, {launch.Jobs}"),
            .. show.Turns.Select(turn => $"{turn.By.Name}: {turn.Command} -> " +
                (turn.Decision.Refusal?.ToString() ?? string.Join(", ", turn.Decision.Events))),
        ]);
    }

    /// <param name="clockIsSet">False: the same show on a server whose clock nobody ever sets.</param>
    private Show Play(bool clockIsSet = true)
    {
        var show = new Show(Plan);
        foreach (var step in Steps) Play(show, step, clockIsSet);
        return show;
    }

    private static void Play(Show show, RandomStep step, bool clockIsSet)
    {
        var (by, command) = step.At(show.State);
        var earlier = show.Turns.Count == 0 ? null : show.Turns[step.Which % show.Turns.Count];
        if (command is ReportClockStep set) show.Send(by, clockIsSet ? set : new ReportClockStep(0));
        else if (earlier is null or { Command: ReportClockStep }) show.Send(by, command);
        else if (step.Repeat == Repeat.EarlierAgain) show.Send(earlier.By, earlier.Command, earlier.Id);
        else if (step.Repeat == Repeat.EarlierId) show.Send(by, command, earlier.Id);
        else
        {
            show.Send(by, command);
            if (step.Repeat == Repeat.Twice) show.Send(by, command, show.Turns[^1].Id);
            if (step.Repeat == Repeat.TwiceAsNew) show.Send(by, command);
        }
    }

    /// <summary>The same show without its second half, without its first half, without any one step.</summary>
    private static IEnumerable<RandomShow> Smaller(RandomShow show)
    {
        var half = show.Steps.Count / 2;
        if (half > 0) yield return show with { Steps = [.. show.Steps.Take(half)] };
        if (half > 0) yield return show with { Steps = [.. show.Steps.Skip(half)] };
        for (var i = 0; i < show.Steps.Count; i++)
            yield return show with { Steps = [.. show.Steps.Take(i), .. show.Steps.Skip(i + 1)] };
    }
}
