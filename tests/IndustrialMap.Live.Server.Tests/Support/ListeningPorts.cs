using System.Globalization;

namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>The ports on which a process listens, as Linux tells it.</summary>
internal static class ListeningPorts
{
    private const string State = "0A";

    internal static IEnumerable<int> Of(int process)
    {
        var sockets = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Select(fd => new FileInfo(fd).LinkTarget).ToHashSet();
        return
            from table in new[] { "tcp", "tcp6" }
            from line in File.ReadLines($"/proc/{process}/net/{table}").Skip(1)
            let fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where fields[3] == State && sockets.Contains($"socket:[{fields[9]}]")
            select int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
