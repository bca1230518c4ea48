using System.Numerics;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The totals counted a second time from the log's JSON alone, as plainly as can be.</summary>
internal static class PlainCount
{
    /// <returns>How many projects; and of tenge and of jobs the sum, and how many launches do not state them.</returns>
    internal static (int Projects, (BigInteger Sum, int NotStated) Tenge, (BigInteger Sum, int NotStated) Jobs) Of(IEnumerable<LoggedEvent> log)
    {
        var figures = new Dictionary<string, (long? Tenge, long? Jobs)>();
        var confirmed = new HashSet<string>();
        foreach (var envelope in log.Select(logged => logged.Event))
        {
            switch (envelope.GetProperty("type").GetString())
            {
                case "teleconference_drafted":
                case "teleconference_drafted_2":
                    foreach (var launch in (envelope.TryGetProperty("plan", out var plan) ? plan : envelope.GetProperty("script")).GetProperty("launches").EnumerateArray())
                        figures[launch.GetProperty("id").GetString()!] = (Value(launch, "tenge"), Value(launch, "jobs"));
                    break;
                case "launch_confirmed":
                    Assert.True(confirmed.Add(envelope.GetProperty("launchId").GetString()!), "A launch was confirmed twice.");
                    break;
                case "confirmation_retracted":
                    Assert.True(confirmed.Remove(envelope.GetProperty("launchId").GetString()!), "A retracted launch was not confirmed.");
                    break;
            }
        }
        return (confirmed.Count, Count([.. confirmed.Select(launch => figures[launch].Tenge)]), Count([.. confirmed.Select(launch => figures[launch].Jobs)]));
    }

    private static (BigInteger, int) Count(long?[] values) =>
        (values.Aggregate(BigInteger.Zero, (sum, value) => sum + (value ?? 0)), values.Count(value => value is null));

    private static long? Value(JsonElement launch, string figure) =>
        launch.TryGetProperty(figure, out var stated) ? stated.GetProperty("value").GetInt64() : null;
}
