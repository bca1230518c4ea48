using System.Reflection;

namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>Where the built program, the words of the screens and axe lie.</summary>
internal static class Repository
{
    internal static string ServerDll { get; } =
        At("src", "IndustrialMap.Live.Server", "bin", Metadata("Configuration"), "net10.0", "IndustrialMap.Live.Server.dll");

    internal static string Axe { get; } = At("src", "web", "node_modules", "axe-core", "axe.min.js");

    internal static string Messages { get; } = At("src", "web", "lib", "i18n", "messages");

    private static string At(params string[] parts) => Path.Combine([Metadata("Root"), .. parts]);

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
