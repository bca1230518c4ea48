using IndustrialMap.Live.PlanFiles.Reading;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// Reads the file of a teleconference, as ops/script-format.md documents it. Whatever the file holds, the answer is a
/// result and never an exception; with any error there is no script.
/// </summary>
public static class ScriptReader
{
    /// <summary>Reads no further than the size limit, so a file of any size is answered at once.</summary>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static ScriptResult Read(Stream file)
    {
        if (KnownTooLarge(file)) return TooLarge();
        var bytes = new byte[ScriptLimits.LargestFile + 1];
        return Read(bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static async Task<ScriptResult> ReadAsync(Stream file, CancellationToken cancel = default)
    {
        if (KnownTooLarge(file)) return TooLarge();
        var bytes = new byte[ScriptLimits.LargestFile + 1];
        return Read(bytes.AsMemory(0, await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel)));
    }

    public static ScriptResult Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > ScriptLimits.LargestFile) return TooLarge();
        var errors = new ErrorList();
        var json = Utf8Source.Of(file, errors).Span;
        if (json.IsEmpty) return errors.Result(null, json);
        var root = NodeParser.Parse(json, errors);
        return errors.Result(root is null ? null : new TeleconferenceFields(errors).Read(root), json);
    }

    private static bool KnownTooLarge(Stream file) => file.CanSeek && file.Length - file.Position > ScriptLimits.LargestFile;

    private static ScriptResult TooLarge()
    {
        var errors = new ErrorList();
        errors.AddForFile(ScriptErrorCode.FileTooLarge, ("limit", $"{ScriptLimits.LargestFile}"));
        return errors.Result(null, []);
    }
}
