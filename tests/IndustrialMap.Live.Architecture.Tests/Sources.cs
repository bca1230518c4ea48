using System.Reflection;

namespace IndustrialMap.Live.Architecture.Tests;

/// <summary>The files of this repository that somebody has written, or that are kept with it.</summary>
internal static class Sources
{
    private static readonly string[] MadeByTools = ["bin", "obj", "node_modules", "wwwroot", "TestResults"];

    internal static readonly string Root = typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Root").Value!;

    /// <summary>From the root, with forward slashes; at least one, or a rule over them would hold of nothing.</summary>
    /// <param name="folder">Where to look, and below; empty: everywhere.</param>
    /// <param name="endings">How the names end.</param>
    internal static string[] Files(string folder, params string[] endings)
    {
        string[] files = [.. Below(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))];
        Assert.NotEmpty(files);
        return files;
    }

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    internal static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(inner => !MadeByTools.Contains(inner.Name) && inner.Name != ".git").SelectMany(Below));
}
