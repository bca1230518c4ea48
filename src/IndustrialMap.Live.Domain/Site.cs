namespace IndustrialMap.Live.Domain;

/// <summary>What a site checks before it goes on air.</summary>
public enum ReadinessItem { Picture, Sound, Talkback, People, Safety }

internal interface ISiteEvent
{
    string SiteId { get; }
}

public sealed record ReadinessReported(string SiteId, ReadinessItem Item, bool Ready) : TeleconferenceEvent, ISiteEvent;
public sealed record SiteConnected(string SiteId) : TeleconferenceEvent, ISiteEvent;
public sealed record SiteDisconnected(string SiteId) : TeleconferenceEvent, ISiteEvent;

/// <summary>The coordinator's old link was revoked and a new one made. The secret itself is never in the log.</summary>
public sealed record InvitationRenewed(string SiteId) : TeleconferenceEvent, ISiteEvent;

/// <summary>A site's own word on each item: true is ready, false is not ready, null is not said yet.</summary>
/// <param name="At">The age of the latest answer, UTC.</param>
public sealed record Readiness(
    bool? Picture = null, bool? Sound = null, bool? Talkback = null, bool? People = null, bool? Safety = null,
    DateTimeOffset? At = null)
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

    internal Readiness With(ReadinessItem item, bool ready, DateTimeOffset at) => item switch
    {
        ReadinessItem.Picture => this with { Picture = ready, At = at },
        ReadinessItem.Sound => this with { Sound = ready, At = at },
        ReadinessItem.Talkback => this with { Talkback = ready, At = at },
        ReadinessItem.People => this with { People = ready, At = at },
        _ => this with { Safety = ready, At = at },
    };
}

/// <summary>A regional broadcast site while the show runs; what never changes about it stands in the script.</summary>
/// <param name="Connected">Null until its coordinator was first seen.</param>
/// <param name="LinkSince">Since when the link is as it is, UTC.</param>
/// <param name="LastActionAt">When its coordinator last reported or confirmed anything, UTC.</param>
public sealed record Site(
    string Id, Readiness Readiness, bool? Connected = null, DateTimeOffset? LinkSince = null, DateTimeOffset? LastActionAt = null)
{
    internal Site Apply(Happened happened) => happened.What switch
    {
        ReadinessReported e => this with { Readiness = Readiness.With(e.Item, e.Ready, happened.At) },
        SiteConnected => this with { Connected = true, LinkSince = happened.At },
        SiteDisconnected => this with { Connected = false, LinkSince = happened.At },
        _ => this,
    };
}
