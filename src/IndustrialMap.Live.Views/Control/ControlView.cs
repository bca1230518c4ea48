using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;

namespace IndustrialMap.Live.Views;

/// <summary>What the control room sees: everything.</summary>
/// <param name="Seq">The last event that is folded in.</param>
/// <param name="Seal">The first 16 hex digits of that event's seal: with seq, the view's place in its log.</param>
/// <param name="Acts">What each operator can undo, by name.</param>
/// <param name="Log">The newest <see cref="MaxLogRows"/> lines, oldest first; the whole log is at the log endpoint.</param>
public sealed record ControlView(
    long Seq,
    string Seal,
    [property: JsonPropertyName("head")] TeleconferenceHeader Header,
    TotalsView Totals,
    IReadOnlyList<SegmentRow> Segments,
    IReadOnlyList<SiteRow> Sites,
    IReadOnlyList<LaunchRow> Launches,
    IReadOnlyDictionary<string, OperatorActs> Acts,
    IReadOnlyList<LogRow> Log)
{
    public const int MaxLogRows = 300;

    [JsonIgnore]
    public Place Place => new(Seq, Seal);

    internal static ControlView Of(ViewSnapshot parts, IReadOnlyList<LogRow> log) => new(
        parts.Place.Seq, parts.Place.Seal, parts.Header, parts.Totals, parts.Segments, parts.Sites, parts.Launches,
        parts.Acts, log);

    /// <summary>What has changed between two views of one teleconference; parts that have not are null.</summary>
    public static ControlUpdate Between(ControlView before, ControlView after) => new(
        before.Seq,
        before.Seal,
        after.Seq,
        after.Seal,
        ViewBuilder.Changed(before.Header, after.Header),
        ViewBuilder.Changed(before.Totals, after.Totals),
        ViewBuilder.Changed(before.Segments, after.Segments),
        ViewBuilder.ChangedOrder(before.Segments, after.Segments),
        ViewBuilder.Changed(before.Sites, after.Sites),
        ViewBuilder.Changed(before.Launches, after.Launches),
        ReferenceEquals(before.Acts, after.Acts) ? null : after.Acts,
        after.Log.Where(row => row.Id > before.Seq).ToArray() is { Length: > 0 } added ? added : null);
}

/// <summary>The parts of a <see cref="ControlView"/> that have changed; rows replace those of the same id, log rows are added.</summary>
/// <param name="From">The seq of the view it applies to: a reader that holds another one asks for the whole view.</param>
/// <param name="FromSeal">That view's seal.</param>
/// <param name="To">The seq after it.</param>
/// <param name="ToSeal">The seal after it.</param>
/// <param name="Order">The ids of all segments in their order, where segments were moved, inserted or removed.</param>
/// <param name="Acts">All of them, where any has changed.</param>
public sealed record ControlUpdate(
    long From,
    string FromSeal,
    long To,
    string ToSeal,
    [property: JsonPropertyName("head")] TeleconferenceHeader? Header,
    TotalsView? Totals,
    IReadOnlyList<SegmentRow>? Segments,
    IReadOnlyList<string>? Order,
    IReadOnlyList<SiteRow>? Sites,
    IReadOnlyList<LaunchRow>? Launches,
    IReadOnlyDictionary<string, OperatorActs>? Acts,
    IReadOnlyList<LogRow>? Log);

/// <summary>One message to a control room: exactly one of the three is there.</summary>
public sealed record ControlMessage(ControlView? View = null, ControlUpdate? Update = null, [property: JsonPropertyName("beat")] Heartbeat? Heartbeat = null);
