using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>What came of reading a file: a script, or every error in it and no script.</summary>
/// <param name="Errors">In the order of the file; at most <see cref="ScriptLimits.MostErrors"/>.</param>
/// <param name="More">How many errors were found beyond those listed.</param>
public sealed record ScriptResult(Script? Script, ImmutableArray<ScriptError> Errors, int More = 0);

/// <summary>One error of a file: where it is, what it is, and what to do about it.</summary>
/// <param name="Where">A path, as "launches[3].tenge.value"; empty for the file as a whole.</param>
/// <param name="Line">1 is the first; 0 where the file was not read as text.</param>
/// <param name="Column">In characters (Unicode code points); 1 is the first.</param>
/// <param name="Args">What the code is about, by name; the names of each code stand in ops/script-format.md.</param>
/// <param name="What">In English.</param>
/// <param name="Do">In English.</param>
public sealed record ScriptError(
    string Where,
    int Line,
    int Column,
    ScriptErrorCode Code,
    IReadOnlyDictionary<string, string> Args,
    string What,
    string Do)
{
    public override string ToString()
    {
        var where = Where == "" ? "the file" : Where;
        return Line == 0 ? $"{where}: {What} {Do}" : $"line {Line}, column {Column}, {where}: {What} {Do}";
    }
}
