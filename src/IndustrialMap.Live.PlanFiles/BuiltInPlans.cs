using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>The teleconferences that come with the program. ops/data-sources.md says where their facts are from.</summary>
public static class BuiltInPlans
{
    internal static readonly ImmutableArray<string> Files = ["2017-12-06.json", "2021-industrialization-map.json"];

    private static readonly Lazy<ImmutableArray<TeleconferencePlan>> Plans = new(() => [.. Files.Select(Read)]);

    /// <summary>In the order of their dates.</summary>
    public static ImmutableArray<TeleconferencePlan> All => Plans.Value;

    private static TeleconferencePlan Read(string name)
    {
        using var file = Resources.Open(name);
        var result = PlanReader.Read(file);
        return result.Plan ?? throw new InvalidOperationException($"{name} cannot be read: {result.Errors[0]}");
    }
}
