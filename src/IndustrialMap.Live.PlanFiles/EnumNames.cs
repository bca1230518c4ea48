using System.Collections.Immutable;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>The values of an enum as files write them: MoreThan is "more_than".</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    private static readonly ImmutableArray<T> Values = [.. Enum.GetValues<T>()];

    public static readonly ImmutableArray<string> All = [.. Values.Select(value => JsonSerializer.SerializeToElement(value, DomainJson.Options).GetString()!)];

    public static T Value(string word) => Values[All.IndexOf(word)];

    public static string Of(T value) => All[Values.IndexOf(value)];
}
