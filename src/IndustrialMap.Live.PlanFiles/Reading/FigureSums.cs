using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>Totals are JSON numbers as well: with every launch confirmed, and the baseline beside them, they stay exact.</summary>
internal sealed class FigureSums(ErrorList errors)
{
    /// <param name="node">Where the error is told: the list of launches.</param>
    public void Check(Node? node, IReadOnlyCollection<PlannedLaunch> launches, Baseline? baseline)
    {
        if (node is null) return;
        Check(node, Unit.Projects, [baseline?.Projects, new(launches.Count, Unit.Projects)]);
        Check(node, Unit.Tenge, [baseline?.Tenge, .. launches.Select(launch => launch.Tenge)]);
        Check(node, Unit.Jobs, [baseline?.Jobs, .. launches.Select(launch => launch.Jobs)]);
    }

    private void Check(Node node, Unit unit, IEnumerable<Figure?> figures)
    {
        var sum = figures.Aggregate(Int128.Zero, (sum, figure) => sum + (figure?.Value ?? 0));
        if (sum > PlanLimits.MaxFigure)
            errors.Add(node, PlanErrorCode.SumBeyondExact, ("unit", EnumNames<Unit>.Of(unit)), ("sum", $"{sum}"), ("most", $"{PlanLimits.MaxFigure}"));
    }
}
