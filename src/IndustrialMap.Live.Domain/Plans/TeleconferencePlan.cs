using System.Collections.Immutable;

namespace IndustrialMap.Live.Domain;

/// <summary>
/// The plan of a teleconference: all that is known before it starts. It is both the content of the first event of the
/// log and the content of the file that is imported and exported (the format is documented in ops/plan-format.md). Ids are
/// lower-case letters, digits and hyphens, unique in their list. Every list keeps the order of the file.
/// </summary>
/// <param name="Date">The day of the real event, in the studio's calendar; null if not stated.</param>
/// <param name="RegionSet">The administrative division that regions are keys of: "2016" or "2018".</param>
/// <param name="IllustrativeOrder">True if no source gives the order and durations, so that they are ours.</param>
/// <param name="PlannedStart">When the first segment is to go on air; null: counted from the real start.</param>
/// <param name="ConfirmationSeconds">
/// The confirmation window of every launch that has none of its own, 1 second to 24 hours; null: the usual one.
/// </param>
public sealed record TeleconferencePlan(
    string Id,
    Text Title,
    DateOnly? Date,
    string RegionSet,
    Studio Studio,
    bool IllustrativeOrder,
    DateTimeOffset? PlannedStart,
    Baseline? Baseline,
    Facilities? Facilities,
    ImmutableArray<Sector> Sectors,
    ImmutableArray<PlannedSite> Sites,
    ImmutableArray<PlannedLaunch> Launches,
    ImmutableArray<ReportedLaunch> Reported,
    ImmutableArray<PlannedSegment> Segments,
    ImmutableArray<string> Sources,
    int? ConfirmationSeconds = null)
{
    public const int MaxSegments = 2000;

    /// <summary>How long a called launch may stay unconfirmed before everybody is told, unless the plan says otherwise.</summary>
    public const int UsualConfirmationSeconds = 90;

    /// <summary>Seconds: the launch's own, else the plan's, else <see cref="UsualConfirmationSeconds"/>.</summary>
    public int ConfirmationSecondsOf(PlannedLaunch launch) => launch.ConfirmationSeconds ?? ConfirmationSeconds ?? UsualConfirmationSeconds;

    /// <summary>
    /// The oldest version of the plan's format that can hold it, 1 or 2: as that one it is written to files and stored in logs, so that
    /// older builds read all that they can.
    /// </summary>
    public int FormatVersion() =>
        ConfirmationSeconds is not null
        || Launches.Any(launch => launch.ConfirmationSeconds is not null)
        || Segments.Any(segment => segment.FixedStart is not null) ? 2 : 1;
}

/// <param name="TimeZone">IANA name, as "Asia/Almaty".</param>
public sealed record Studio(Text Place, string TimeZone);

/// <summary>Where a region or sector comes from. Anything but stated is an inference, and screens show it as such.</summary>
public enum Basis { Stated, Place, PublicFact, Description }

/// <summary>How the source words a project's state before the teleconference; null if it does not.</summary>
public enum SourceStatus { Planned, Commissioned, ToBeLaunched, ToBeCommissioned }

/// <summary>What stood before today. Shown beside today's totals, never mixed into them unseen.</summary>
/// <param name="Label">What the figures cover, as "Since the start of 2017".</param>
/// <param name="ApartFromToday">True if the source says that today's launches are not among these; null if it does not say.</param>
public sealed record Baseline(Text Label, Figure? Projects, Figure? Tenge, Figure? Jobs, bool? ApartFromToday);

/// <summary>How many facilities the source speaks of, and how many of them it leaves unnamed (least and most).</summary>
public sealed record Facilities(int Count, int NotNamedLeast, int NotNamedMost);

public sealed record Sector(string Key, Text Name);

/// <param name="Region">A key of the region set; null if the source gives no place.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record PlannedSite(string Id, Text Name, string? Region, Basis RegionBasis, Text? Place, string TimeZone);

/// <param name="Tenge">Whole tenge; null is "not stated".</param>
/// <param name="Jobs">Permanent jobs; null is "not stated".</param>
/// <param name="ConfirmationSeconds">Its own confirmation window, 1 second to 24 hours; null: the plan's.</param>
public sealed record PlannedLaunch(
    string Id,
    Text Name,
    Text? Company,
    string Site,
    string? Region,
    Basis RegionBasis,
    string? Sector,
    Basis SectorBasis,
    Figure? Tenge,
    Figure? Jobs,
    SourceStatus? SourceStatus,
    int? ConfirmationSeconds = null);

/// <summary>A project told as launched already: listed on screens, never counted into today's totals.</summary>
public sealed record ReportedLaunch(
    string Id, Text Name, Text? Company, string? Region, Basis RegionBasis, Text? Place, string? Sector, Basis SectorBasis);

public enum SegmentKind { Speech, SiteLink, Launch, Video, Pause }

/// <param name="Title">Null where the site and launches say it all.</param>
/// <param name="PlannedSeconds">Planned duration, 1 second to 24 hours.</param>
/// <param name="FixedStart">
/// The time of day in the studio's zone at which it has to begin, as a satellite window does; null: when its turn comes.
/// </param>
/// <param name="Launches">Ids of the launches that belong to this segment; a launch belongs to one segment at most.</param>
public sealed record PlannedSegment(
    string Id, SegmentKind Kind, Text? Title, int PlannedSeconds, string? Site, ImmutableArray<string> Launches,
    TimeOnly? FixedStart = null)
{
    /// <summary>Seconds: 24 hours.</summary>
    public const int MaxSeconds = 86_400;
}
