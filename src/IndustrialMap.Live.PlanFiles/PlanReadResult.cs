using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>What came of reading a file: a plan, or every error in it and no plan.</summary>
/// <param name="Errors">In the order of the file; at most <see cref="PlanLimits.MaxErrors"/>.</param>
/// <param name="More">How many errors were found beyond those listed.</param>
public sealed record PlanReadResult(TeleconferencePlan? Plan, ImmutableArray<PlanError> Errors, int More = 0);

/// <summary>One error of a file: where it is, what it is, and what to do about it.</summary>
/// <param name="Path">A path, as "launches[3].tenge.value"; empty for the file as a whole.</param>
/// <param name="Line">1 is the first; 0 where the file was not read as text.</param>
/// <param name="Column">In characters (Unicode code points); 1 is the first.</param>
/// <param name="Args">What the code is about, by name; the names of each code stand in ops/plan-format.md.</param>
/// <param name="Message">In English.</param>
/// <param name="Remedy">In English.</param>
public sealed record PlanError(
    [property: JsonPropertyName("where")] string Path,
    int Line,
    int Column,
    PlanErrorCode Code,
    IReadOnlyDictionary<string, string> Args,
    [property: JsonPropertyName("what")] string Message,
    [property: JsonPropertyName("do")] string Remedy)
{
    public override string ToString()
    {
        var where = Path == "" ? "the file" : Path;
        return Line == 0 ? $"{where}: {Message} {Remedy}" : $"line {Line}, column {Column}, {where}: {Message} {Remedy}";
    }
}
