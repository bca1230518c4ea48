using System.Numerics;
using System.Text.Json;

namespace IndustrialMap.Live.Server.Tests.Crashes;

/// <summary>The totals counted a second time from the log's JSON alone, as plainly as can be.</summary>
internal static class PlainCount
{
    internal static (int Projects, BigInteger Tenge, BigInteger Jobs) Of(IEnumerable<LoggedEvent> log)
    {
        var figures = new Dictionary<string, (BigInteger Tenge, BigInteger Jobs)>();
        var confirmed = new HashSet<string>();
        foreach (var happened in log.Select(logged => logged.Event))
        {
            switch (happened.GetProperty("type").GetString())
            {
                case "teleconference_drafted":
                    foreach (var launch in happened.GetProperty("script").GetProperty("launches").EnumerateArray())
                        figures[launch.GetProperty("id").GetString()!] = (Value(launch, "tenge"), Value(launch, "jobs"));
                    break;
                case "launch_confirmed":
                    Assert.True(confirmed.Add(happened.GetProperty("launchId").GetString()!), "A launch was confirmed twice.");
                    break;
                case "confirmation_retracted":
                    Assert.True(confirmed.Remove(happened.GetProperty("launchId").GetString()!), "A retracted launch was not confirmed.");
                    break;
            }
        }
        return (
            confirmed.Count,
            confirmed.Aggregate(BigInteger.Zero, (sum, launch) => sum + figures[launch].Tenge),
            confirmed.Aggregate(BigInteger.Zero, (sum, launch) => sum + figures[launch].Jobs));
    }

    private static BigInteger Value(JsonElement launch, string figure) =>
        launch.TryGetProperty(figure, out var stated) ? stated.GetProperty("value").GetInt64() : 0;
}
