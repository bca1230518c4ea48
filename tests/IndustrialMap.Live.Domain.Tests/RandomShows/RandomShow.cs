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
    public static void ForAll(Action<Show> holds, string? seed)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(300);
        if (seed?.Split(',') is [var first, var second, ..])
            config = config.WithReplay(new Replay(new Rnd(ulong.Parse(first), ulong.Parse(second)), FSharpOption<int>.None));
        Prop.ForAll(Arb.From(Any, Smaller), show => holds(show.Play())).Check(config);
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

    private Show Play()
    {
        var show = new Show(Plan);
        foreach (var step in Steps)
        {
            var (by, command) = step.At(show.State);
            for (var times = step.Twice ? 2 : 1; times > 0; times--) show.Send(by, command);
        }
        return show;
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
