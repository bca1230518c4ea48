using System.Globalization;

namespace IndustrialMap.Live.Server.Connections;

/// <summary>
/// How many handles (files and sockets) the system lets this process have open. Beyond it nothing can be opened any more, the
/// journal's files neither.
/// </summary>
internal static class HandleLimit
{
    /// <summary>What is assumed where the system does not tell.</summary>
    internal const int Assumed = 4096, AssumedInUse = 512;

    private const string Limits = "/proc/self/limits", Open = "/proc/self/fd";

    /// <summary>The soft limit. The runtime has raised it as far as it may.</summary>
    internal static int Read() => File.Exists(Limits) ? Parse(File.ReadAllText(Limits)) : Assumed;

    /// <summary>How many are open now.</summary>
    internal static int InUse() => Directory.Exists(Open) ? Directory.GetFileSystemEntries(Open).Length : AssumedInUse;

    /// <param name="limits">As Linux writes it: a row for each limit, with the soft and the hard one.</param>
    internal static int Parse(string limits)
    {
        const string row = "Max open files";
        var found = limits.Split('\n').FirstOrDefault(line => line.StartsWith(row, StringComparison.Ordinal));
        var soft = found?[row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return soft == "unlimited" ? int.MaxValue
            : long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? (int)Math.Min(limit, int.MaxValue)
            : Assumed;
    }
}
