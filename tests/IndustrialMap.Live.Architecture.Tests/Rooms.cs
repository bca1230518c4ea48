using System.Reflection;

namespace IndustrialMap.Live.Architecture.Tests;

/// <summary>The rooms of src, each an assembly, from the top down: a room may reference only those above it.</summary>
internal static class Rooms
{
    internal static readonly string[] FromTheTop = ["Domain", "PlanFiles", "Journal", "Journal.Sqlite", "Journal.AzureTables", "Grains", "Views", "Server"];

    internal static string NameOf(string room) => $"IndustrialMap.Live.{room}";

    internal static Assembly AssemblyOf(string room) => Assembly.Load(NameOf(room));

    internal static string[] Below(string room) => FromTheTop[(Array.IndexOf(FromTheTop, room) + 1)..];
}
