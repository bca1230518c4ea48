using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>A command as a client sends it.</summary>
/// <param name="CommandId">
/// Made by the client, 8 to 64 letters, digits and hyphens (a UUID). Sent twice, the command is decided once and answered
/// the same, so a client may send again until it has an answer.
/// </param>
public sealed record CommandEnvelope(string CommandId, Command Command)
{
    public bool HasGoodId => CommandId is { Length: >= 8 and <= 64 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <summary>The answer to a command. Without a refusal it is given after the command's events are on disk.</summary>
/// <param name="Seq">The log's number after the command.</param>
/// <param name="State">What stood in the way of a refused command: a launch's state, or the segment on air.</param>
public sealed record CommandAnswer(string CommandId, long Seq, RefusalCode? Refusal = null, string? State = null);
