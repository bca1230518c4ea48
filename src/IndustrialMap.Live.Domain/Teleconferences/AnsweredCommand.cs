namespace IndustrialMap.Live.Domain;

/// <summary>A command was accepted, and found nothing to do. Changes nothing but the log's seq.</summary>
public sealed record CommandAnswered : TeleconferenceEvent;

/// <summary>What is known of a command that was accepted under an id: see <see cref="Judge"/>.</summary>
/// <param name="Hash">SHA-256 of the whole command; empty for one from before hashes were kept.</param>
/// <param name="Seq">The log's number after it: its answer.</param>
public sealed record AnsweredCommand(Actor Actor, ReadOnlyMemory<byte> Hash, long Seq)
{
    /// <summary>
    /// What a command under the same id is told: null, the same answer again; else why it is refused. The same person is the
    /// same role and, for a coordinator, the same site, whatever link, sign-in or name; to others an id tells nothing.
    /// </summary>
    public RefusalCode? Judge(Actor actor, ReadOnlySpan<byte> hash) =>
        actor.Role != Actor.Role || actor.SiteId != Actor.SiteId ? RefusalCode.NotAllowed
        : Hash.IsEmpty || Hash.Span.SequenceEqual(hash) ? null
        : RefusalCode.CommandIdReused;
}
