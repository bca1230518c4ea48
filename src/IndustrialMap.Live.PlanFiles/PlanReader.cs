using IndustrialMap.Live.PlanFiles.Reading;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>
/// Reads the file of a teleconference, as ops/plan-format.md documents it. Whatever the file holds, the answer is a
/// result and never an exception; with any error there is no plan.
/// </summary>
public static class PlanReader
{
    /// <summary>Reads no further than the size limit, so a file of any size is answered at once.</summary>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static PlanReadResult Read(Stream file)
    {
        if (KnownTooLarge(file)) return TooLarge();
        var bytes = new byte[PlanLimits.MaxFileBytes + 1];
        return Read(bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static async Task<PlanReadResult> ReadAsync(Stream file, CancellationToken cancellationToken = default)
    {
        if (KnownTooLarge(file)) return TooLarge();
        var bytes = new byte[PlanLimits.MaxFileBytes + 1];
        return Read(bytes.AsMemory(0, await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)));
    }

    public static PlanReadResult Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > PlanLimits.MaxFileBytes) return TooLarge();
        var errors = new ErrorList();
        var json = Utf8Source.Of(file, errors).Span;
        if (json.IsEmpty) return errors.Result(null, json);
        var root = NodeParser.Parse(json, errors);
        return errors.Result(root is null ? null : new TeleconferenceReader(errors).Read(root), json);
    }

    private static bool KnownTooLarge(Stream file) => file.CanSeek && file.Length - file.Position > PlanLimits.MaxFileBytes;

    private static PlanReadResult TooLarge()
    {
        var errors = new ErrorList();
        errors.AddForFile(PlanErrorCode.FileTooLarge, ("limit", $"{PlanLimits.MaxFileBytes}"));
        return errors.Result(null, []);
    }
}
