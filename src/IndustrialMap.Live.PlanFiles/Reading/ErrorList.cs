using System.Text;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles.Reading;

/// <summary>Collects errors as they are found, in any order, and gives them out in the order of the file.</summary>
internal sealed class ErrorList
{
    private const int NoPlace = -1;
    private const int MaxArgLength = 80;

    private List<Found> found = [];
    private int count, last = int.MaxValue;

    private sealed record Found(int At, string Where, PlanErrorCode Code, Dictionary<string, string> Args);

    public void Add(Node node, PlanErrorCode code, params ReadOnlySpan<(string Name, string Value)> args) =>
        Add(node.ByteOffset, node.ByteOffset > last ? "" : node.JsonPath, code, args);

    public void AddForFile(PlanErrorCode code, params ReadOnlySpan<(string Name, string Value)> args) =>
        Add(NoPlace, "", code, args);

    /// <param name="byteOffset">The byte in the file.</param>
    public void Add(int byteOffset, string path, PlanErrorCode code, params ReadOnlySpan<(string Name, string Value)> args)
    {
        count++;
        if (byteOffset > last) return;
        var named = new Dictionary<string, string>(args.Length);
        foreach (var (name, value) in args)
            if (value != "" || name != "nearest") named.Add(name, name is "known" or "allowed" ? value : Clip(value));
        found.Add(new(byteOffset, path, code, named));
        // A file of nothing but errors must not fill the memory: what cannot be among the first is let go.
        if (found.Count < 2 * PlanLimits.MaxErrors) return;
        found = [.. First()];
        last = found[^1].At;
    }

    /// <param name="plan">Given out only if there was no error.</param>
    public PlanReadResult Result(TeleconferencePlan? plan, ReadOnlySpan<byte> json)
    {
        if (count == 0) return new(plan, []);
        var errors = new List<PlanError>();
        int walked = 0, line = 1, column = 1;
        foreach (var (at, where, code, args) in First())
        {
            for (; walked < at && walked < json.Length; walked++)
            {
                if (json[walked] == '\n') (line, column) = (line + 1, 1);
                else if ((json[walked] & 0xC0) != 0x80) column++;
            }
            var (what, remedy) = PlanErrorTexts.Of(code, args);
            errors.Add(at == NoPlace ? new(where, 0, 0, code, args, what, remedy) : new(where, line, column, code, args, what, remedy));
        }
        return new(null, [.. errors], count - errors.Count);
    }

    /// <summary>A value as an error may quote it: short, and with nothing in it that cannot be shown.</summary>
    public static string Clip(string value)
    {
        var visible = string.Concat(value.Take(MaxArgLength).Select(c => !Rune.TryCreate(c, out var rune) || Words.IsDisallowed(rune) ? '\uFFFD' : c));
        return value.Length > MaxArgLength ? visible + "…" : visible;
    }

    private IEnumerable<Found> First() => found.OrderBy(error => error.At).Take(PlanLimits.MaxErrors);
}
