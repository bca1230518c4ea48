using System.Net;
using System.Net.Sockets;

namespace IndustrialMap.Live.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Place
{
    private static readonly string Work = Path.Combine(AppContext.BaseDirectory, "work");

    internal static readonly string ServerProject = Path.Combine(Repository(), "src", "IndustrialMap.Live.Server");

    /// <summary>The console, as it was built along with this program.</summary>
    internal static string ServerProgram => Path.Combine(ServerProject, "bin", "Release", "net10.0", "IndustrialMap.Live.Server.dll");

    /// <summary>Another build, to measure beside; null: none was named.</summary>
    internal static string? ServerBefore => Environment.GetEnvironmentVariable("BEFORE") is { Length: > 0 } program ? program : null;

    /// <summary>A new empty folder, on the disk that is measured.</summary>
    internal static string NewFolder() => Directory.CreateDirectory(Path.Combine(Work, Guid.NewGuid().ToString("N"))).FullName;

    internal static string Copy(string folder)
    {
        var copy = NewFolder();
        foreach (var file in Directory.GetFiles(folder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static void Clean()
    {
        if (Directory.Exists(Work)) Directory.Delete(Work, recursive: true);
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IndustrialMap.Live.sln"))) return folder.FullName;
        throw new InvalidOperationException("Run this from a clone of the repository.");
    }
}
