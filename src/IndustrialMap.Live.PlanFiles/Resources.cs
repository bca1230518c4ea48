namespace IndustrialMap.Live.PlanFiles;

/// <summary>The files that are built into the assembly.</summary>
internal static class Resources
{
    public static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
}
