using System.Numerics;

namespace IndustrialMap.Live.Domain.Tests.RandomShows;

/// <summary>
/// Totals counted a second time, from the plan and the log alone and as plainly as can be, so that it shares no mistake
/// with <see cref="Totals"/>. Both are written as lines of text, to be compared.
/// </summary>
internal static class Recount
{
    public static string[] Of(TeleconferencePlan plan, IEnumerable<EventEnvelope> log)
    {
        var confirmed = new List<PlannedLaunch>();
        foreach (var envelope in log)
        {
            if (envelope.Event is LaunchConfirmed yes) confirmed.Add(plan.Launches.Single(launch => launch.Id == yes.LaunchId));
            if (envelope.Event is ConfirmationRetracted no) confirmed.RemoveAll(launch => launch.Id == no.LaunchId);
        }
        var lines = new List<string> { Line("today", confirmed) };
        foreach (var region in confirmed.Select(launch => launch.Region).Distinct())
            lines.Add(Line($"region {region}", confirmed.FindAll(launch => launch.Region == region)));
        foreach (var sector in confirmed.Select(launch => launch.Sector).Distinct())
            lines.Add(Line($"sector {sector}", confirmed.FindAll(launch => launch.Sector == sector)));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public static string[] Lines(Totals totals) =>
    [
        .. new[] { Line("today", totals.Today) }
            .Concat(totals.ByRegion.Select(region => Line($"region {region.Key}", region.Tally)))
            .Concat(totals.BySector.Select(sector => Line($"sector {sector.Key}", sector.Tally)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Line(string name, Tally tally) => $"{name}: {tally.Projects}, {Line(tally.Tenge)}, {Line(tally.Jobs)}";

    private static string Line(Sum sum) => sum.Value is null
        ? $"{sum.Unit} not stated for {sum.NotStated} ({sum.Stated} stated)"
        : $"{sum.Unit} {sum.Qualifier} {sum.Value} ({sum.Stated} stated, {sum.NotStated} not)";

    private static string Line(string name, List<PlannedLaunch> launches) =>
        $"{name}: {launches.Count}, {Line(Unit.Tenge, launches.ConvertAll(launch => launch.Tenge))}, " +
        Line(Unit.Jobs, launches.ConvertAll(launch => launch.Jobs));

    private static string Line(Unit unit, List<Figure?> figures)
    {
        BigInteger value = 0;
        int stated = 0, notStated = 0;
        bool about = false, moreThan = false;
        foreach (var figure in figures)
        {
            if (figure is null) { notStated++; continue; }
            stated++;
            value += figure.Value;
            about |= figure.Qualifier == Qualifier.About;
            moreThan |= figure.Qualifier == Qualifier.MoreThan;
        }
        if (stated == 0 && notStated > 0) return $"{unit} not stated for {notStated} (0 stated)";
        var qualifier = about ? "About" : moreThan || notStated > 0 ? "MoreThan" : "Exact";
        return $"{unit} {qualifier} {value} ({stated} stated, {notStated} not)";
    }
}
