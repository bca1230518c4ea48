using System.Collections.Immutable;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// The versions of the format, by the names that files give them. All are read, for good; ops/decisions says how one is added.
/// </summary>
internal static class PlanFormat
{
    /// <summary>Version 1 first.</summary>
    public static readonly ImmutableArray<string> Names = ["industrialmap.live/teleconference/1", "industrialmap.live/teleconference/2"];

    public static int Newest => Names.Length;

    /// <returns>Null if there is no such version.</returns>
    public static int? VersionOf(string name) => Names.IndexOf(name) is >= 0 and var i ? i + 1 : null;

    public static string NameOf(int version) => Names[version - 1];
}
