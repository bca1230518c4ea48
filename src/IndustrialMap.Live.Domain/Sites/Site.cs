namespace IndustrialMap.Live.Domain;

/// <summary>What a site checks before it goes on air.</summary>
public enum ReadinessItem { Picture, Sound, Talkback, People, Safety }

public interface ISiteEvent
{
    string SiteId { get; }
}

public sealed record ReadinessReported(string SiteId, ReadinessItem Item, bool Ready) : TeleconferenceEvent, ISiteEvent;
public sealed record SiteConnected(string SiteId) : TeleconferenceEvent, ISiteEvent;
public sealed record SiteDisconnected(string SiteId) : TeleconferenceEvent, ISiteEvent;

/// <summary>The coordinator's old link was revoked and a new one made. The secret itself is never in the log.</summary>
public sealed record InvitationRenewed(string SiteId) : TeleconferenceEvent, ISiteEvent;

/// <summary>A site's own word on each item: true is ready, false is not ready, null is not said yet.</summary>
/// <param name="At">When the latest word was given, UTC.</param>
/// <param name="Times">When the word on each item was given.</param>
public sealed record Readiness(
    bool? Picture = null, bool? Sound = null, bool? Talkback = null, bool? People = null, bool? Safety = null,
    DateTimeOffset? At = null, ReadinessTimes? Times = null)
{
    public bool? this[ReadinessItem item] => item switch
    {
        ReadinessItem.Picture => Picture,
        ReadinessItem.Sound => Sound,
        ReadinessItem.Talkback => Talkback,
        ReadinessItem.People => People,
        _ => Safety,
    };

    /// <summary>True only when every item was said to be ready; false when one was said not to be; else unknown.</summary>
    public bool? All =>
        Picture is false || Sound is false || Talkback is false || People is false || Safety is false ? false
        : Picture is true && Sound is true && Talkback is true && People is true && Safety is true ? true
        : null;

    internal Readiness After(ClockStepped step) => this with { At = At.After(step), Times = Times?.After(step) };

    internal Readiness With(ReadinessItem item, bool ready, DateTimeOffset at)
    {
        var now = this with { At = at, Times = (Times ?? new()).With(item, at) };
        return item switch
        {
            ReadinessItem.Picture => now with { Picture = ready },
            ReadinessItem.Sound => now with { Sound = ready },
            ReadinessItem.Talkback => now with { Talkback = ready },
            ReadinessItem.People => now with { People = ready },
            _ => now with { Safety = ready },
        };
    }
}

/// <summary>When a site last gave its word on each item, UTC; null where it has not.</summary>
public sealed record ReadinessTimes(
    DateTimeOffset? Picture = null, DateTimeOffset? Sound = null, DateTimeOffset? Talkback = null, DateTimeOffset? People = null,
    DateTimeOffset? Safety = null)
{
    internal ReadinessTimes After(ClockStepped step) =>
        new(Picture.After(step), Sound.After(step), Talkback.After(step), People.After(step), Safety.After(step));

    internal ReadinessTimes With(ReadinessItem item, DateTimeOffset at) => item switch
    {
        ReadinessItem.Picture => this with { Picture = at },
        ReadinessItem.Sound => this with { Sound = at },
        ReadinessItem.Talkback => this with { Talkback = at },
        ReadinessItem.People => this with { People = at },
        _ => this with { Safety = at },
    };
}

/// <summary>A regional broadcast site while the show runs; what never changes about it stands in the plan.</summary>
/// <param name="Connected">Null until its coordinator was first seen.</param>
/// <param name="LinkSince">Since when the link is as it is, UTC.</param>
/// <param name="LastActionAt">When its coordinator last reported or confirmed anything, UTC.</param>
/// <param name="Seq">The seq of the newest event that changed it; 0: none has since the draft.</param>
public sealed record Site(
    string Id, Readiness Readiness, bool? Connected = null, DateTimeOffset? LinkSince = null, DateTimeOffset? LastActionAt = null,
    long Seq = 0)
{
    internal Site Apply(ClockStepped step) => this with
    {
        Readiness = Readiness.After(step),
        LinkSince = LinkSince.After(step),
        LastActionAt = LastActionAt.After(step),
    };

    internal Site Apply(EventEnvelope envelope) => envelope.Event switch
    {
        ReadinessReported e => this with { Seq = envelope.Seq, Readiness = Readiness.With(e.Item, e.Ready, envelope.OccurredAt) },
        SiteConnected => this with { Seq = envelope.Seq, Connected = true, LinkSince = envelope.OccurredAt },
        SiteDisconnected => this with { Seq = envelope.Seq, Connected = false, LinkSince = envelope.OccurredAt },
        _ => this,
    };
}
