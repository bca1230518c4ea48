using System.Security.Cryptography;
using System.Text.Json;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>A command with its id and who gives it, on its way to be decided.</summary>
/// <param name="CommandId">
/// Made by the client. Sent twice, the command is decided once and answered the same, so a client may send again until it
/// has an answer.
/// </param>
/// <param name="Hash">SHA-256 of the whole command; empty for the server's own, which nobody sends again.</param>
public sealed record CommandEnvelope(string CommandId, Command Command, Actor Actor, ReadOnlyMemory<byte> Hash)
{
    /// <summary>A command that a client sent.</summary>
    public static CommandEnvelope Of(string commandId, Command command, Actor actor) => new(
        commandId, command, actor, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, DomainJson.Options)));

    /// <summary>A command that the server makes itself, under an id that nobody else knows.</summary>
    public static CommandEnvelope Own(Command command, Actor actor) => new(Guid.NewGuid().ToString(), command, actor, default);
}

/// <summary>The answer to a command. Without a refusal it is given after the command's events are on disk.</summary>
/// <param name="Seq">The log's number after the command.</param>
/// <param name="State">What stood in the way of a refused command: a launch's state, or a segment, as the one on air.</param>
/// <param name="Launches">The launches that stood in the way of a refused command, by id.</param>
/// <param name="ChangedBy">The number in the log of the event that made an old picture of what its sender saw.</param>
public sealed record CommandAnswer(
    string CommandId, long Seq, RefusalCode? Refusal = null, string? State = null, IReadOnlyList<string>? Launches = null,
    long? ChangedBy = null);
