using System.Collections.Immutable;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Views;

// The parts of the views as they go over the wire. Every part is absolute: a changed row is the whole row, totals are
// totals, so that receiving one twice does no harm. All times are UTC; durations are whole seconds; tenge whole tenge.

/// <summary>What the teleconference is, and where it stands.</summary>
/// <param name="OnAir">The id of the segment on air; null before the start and after the end.</param>
/// <param name="Date">The day of the real event, where its source states one.</param>
/// <param name="PlannedStart">When the first segment is to go on air; null: counted from the real start.</param>
/// <param name="IllustrativeOrder">True if no source gives the order and durations.</param>
/// <param name="Reported">Projects told as launched already; never part of the totals.</param>
/// <param name="Step">A command about what is on air sends this number back: it names what its sender saw.</param>
/// <param name="OrderVersion">So does a command that moves, inserts or removes a segment with this one.</param>
/// <param name="HeldSince">Since when the clock of the segment on air stands; null while it goes.</param>
/// <param name="BackTo">The segment that Back puts on air again; null: none was on air before.</param>
public sealed record TeleconferenceHeader(
    string Id,
    Text Title,
    DateOnly? Date,
    Phase Phase,
    string? OnAir,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? PlannedStart,
    bool IllustrativeOrder,
    string RegionSet,
    StudioView Studio,
    Facilities? Facilities,
    ImmutableArray<Sector> Sectors,
    ImmutableArray<ReportedLaunch> Reported,
    long Step,
    long OrderVersion,
    DateTimeOffset? HeldSince,
    string? BackTo);

/// <param name="TimeZone">IANA name.</param>
/// <param name="UtcOffsetMinutes">
/// By how many minutes its clocks are ahead of UTC during the show, since a device may have the time-zone rules of years ago;
/// null where the server does not know the zone.
/// </param>
public sealed record StudioView(Text Place, string TimeZone, int? UtcOffsetMinutes);

/// <summary>Today's totals, the baseline beside them, and both together where there is a baseline.</summary>
/// <param name="Planned">How many launches the running order has, postponed ones left out.</param>
public sealed record TotalsView(
    Tally Today,
    Baseline? Baseline,
    CombinedTotals? Together,
    ImmutableArray<KeyedTally> ByRegion,
    ImmutableArray<KeyedTally> BySector,
    int Planned);

/// <summary>The baseline and today added up. Shown as such, with <see cref="Baseline.ApartFromToday"/> said beside it.</summary>
public sealed record CombinedTotals(Sum Projects, Sum Tenge, Sum Jobs);

public enum SegmentState { Planned, OnAir, Done }

/// <summary>A row of a view: where it has changed it is sent as a whole, in place of the one with the same id.</summary>
internal interface IRow
{
    string Id { get; }
}

/// <summary>A segment of the running order.</summary>
/// <param name="StartedAt">When it went on air.</param>
/// <param name="EndedAt">When it left the air.</param>
/// <param name="Seq">An edit of the row sends this number back: it names what its sender saw.</param>
/// <param name="Skipped">Next passes over it.</param>
/// <param name="HeldMilliseconds">How long its clock stood while it was on air; a hold that still goes on is not in it.</param>
/// <param name="FixedTime">The time of day in the studio's zone at which it has to begin; null: when its turn comes.</param>
/// <param name="FixedStart">The instant that is meant by it; null while nobody knows when the show begins.</param>
public sealed record SegmentRow(
    string Id,
    SegmentKind Kind,
    Text? Title,
    int PlannedSeconds,
    string? SiteId,
    SegmentState State,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    long Seq,
    bool Skipped,
    long HeldMilliseconds,
    TimeOnly? FixedTime,
    DateTimeOffset? FixedStart) : IRow;

/// <summary>What one operator can undo, and do again.</summary>
public sealed record OperatorActs(ActRow? Undo, ActRow? Redo);

/// <summary>Something that an operator did to the running order.</summary>
/// <param name="Act">Undoing it sends this number back: it is the event's number in the log.</param>
/// <param name="Type">The event's stored name, as "segment_moved".</param>
public sealed record ActRow(long Act, string Type, string? SegmentId, string? LaunchId)
{
    internal static ActRow? Of(Act? act) => act is null ? null : new(act.Seq, EventNames.NameOf(act.Event), act.SegmentId, act.LaunchId);
}

/// <summary>A regional broadcast site.</summary>
/// <param name="UtcOffsetMinutes">As the studio's: see <see cref="StudioView"/>.</param>
/// <param name="Ready">True only if every item was said to be ready; false if one was said not to be; null: unknown.</param>
/// <param name="Connected">Whether its coordinator's line is up; null: never seen yet.</param>
/// <param name="LinkSince">Since when the line is as it is.</param>
public sealed record SiteRow(
    string Id,
    Text Name,
    string? Region,
    Basis RegionBasis,
    Text? Place,
    string TimeZone,
    int? UtcOffsetMinutes,
    Readiness Readiness,
    bool? Ready,
    bool? Connected,
    DateTimeOffset? LinkSince,
    DateTimeOffset? LastActionAt) : IRow;

/// <summary>A project to be launched.</summary>
/// <param name="SegmentId">The segment it belongs to; null if to none.</param>
/// <param name="Attempt">A confirmation sends this number back: it names the call that it answers.</param>
/// <param name="ChangedAt">When it came into its state.</param>
/// <param name="Reason">The reason of the last change, where one was given.</param>
/// <param name="Open">Called and not confirmed, or left behind without having been called: Next and End name those that their sender saw.</param>
/// <param name="ConfirmBy">Until when an open call is to be confirmed; null: none is open.</param>
/// <param name="Overdue">That time is over: an alarm, until the launch is in another state.</param>
public sealed record LaunchRow(
    string Id,
    Text Name,
    Text? Company,
    string SiteId,
    string? SegmentId,
    string? Region,
    Basis RegionBasis,
    string? Sector,
    Basis SectorBasis,
    Figure? Tenge,
    Figure? Jobs,
    SourceStatus? SourceStatus,
    LaunchState State,
    int Attempt,
    DateTimeOffset? ChangedAt,
    bool ConfirmedForSite,
    string? Reason,
    bool Open,
    DateTimeOffset? ConfirmBy,
    bool Overdue) : IRow;

/// <summary>One line of the log of who did what.</summary>
/// <param name="Id">The event's number in the log.</param>
/// <param name="Type">The event's stored name, as "launch_confirmed".</param>
/// <param name="StepMilliseconds">By how much the server's clock was set, where it was.</param>
/// <param name="What">Of what was undone or done again: the event's stored name. Of a confirmation that was refused: why.</param>
/// <param name="Other">The segment before which another was moved.</param>
/// <param name="Title">The title of a segment as it was written then.</param>
/// <param name="Seconds">A planned duration as it was set then.</param>
public sealed record LogRow(
    long Id,
    DateTimeOffset At,
    Actor By,
    string Type,
    string? SegmentId = null,
    string? SiteId = null,
    string? LaunchId = null,
    ReadinessItem? Item = null,
    bool? Ready = null,
    string? Reason = null,
    long? StepMilliseconds = null,
    string? What = null,
    string? Other = null,
    Text? Title = null,
    int? Seconds = null);

/// <summary>What keeps a server from taking commands.</summary>
public enum Trouble
{
    /// <summary>The journal's files are not those that were opened, or cannot be read any more: nothing is stored until the server is started again.</summary>
    JournalLost,
    /// <summary>This log cannot be read on: nothing is stored in it until the server is started again.</summary>
    LogUnreadable,
    /// <summary>The server has not heard from the ledger for more than two seconds: what is shown is as old as it says, and commands wait.</summary>
    LedgerSilent,
}

/// <summary>Sent each second: how far the reader is in the log, and the time of the show, by which screens show every clock.</summary>
/// <param name="Seal">Of the event with that seq, its first 16 hex digits.</param>
/// <param name="At">The ledger's time, UTC, whatever the clock of the reader's own server shows.</param>
/// <param name="HeardAt">When the server last heard from the ledger, UTC, by the same clock: so old is the picture.</param>
/// <param name="Trouble">Null while commands are taken; never said to viewers.</param>
/// <param name="ClockApart">
/// By how many seconds the clock of the reader's server is ahead of the ledger's, or behind it, if by more than two; never said to viewers.
/// </param>
public sealed record Heartbeat(
    long Seq, string Seal, DateTimeOffset At, DateTimeOffset HeardAt, Trouble? Trouble = null, int? ClockApart = null);

/// <summary>How the server is on which a reader is, for those who give commands: see <see cref="Heartbeat"/>.</summary>
public sealed record ServerCondition(Trouble? Trouble = null, int? ClockApart = null)
{
    public static readonly ServerCondition Good = new();
}
