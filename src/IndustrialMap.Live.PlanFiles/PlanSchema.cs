namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// The format as JSON Schema (draft 2020-12), both versions. It refuses nothing that <see cref="PlanReader"/> takes, but cannot judge
/// what lies across fields: references, sums, and what is unique.
/// </summary>
public static class PlanSchema
{
    /// <returns>UTF-8.</returns>
    public static byte[] Read()
    {
        using var file = Resources.Open("plan-format.schema.json");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
