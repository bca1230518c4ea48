namespace IndustrialMap.Live.Server.Tests.Support;

/// <summary>A folder of its own for one console, deleted with it.</summary>
internal sealed class DataFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("industrialmap-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
