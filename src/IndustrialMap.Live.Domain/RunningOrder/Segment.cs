using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>A segment of the running order: its row as it stands now, and how its run has gone.</summary>
/// <param name="Plan">The row, with all that was edited since the draft; its launches are those that stand in it now.</param>
/// <param name="Seq">The seq of the newest event that changed the row: whoever edits it names this. 0: none has since the draft.</param>
/// <param name="Skipped">Next passes over it.</param>
/// <param name="StartedAt">When it last went on air, UTC.</param>
/// <param name="EndedAt">When it left the air, UTC; null while on air.</param>
/// <param name="HeldMilliseconds">How long its clock stood while it was on air; a hold that still goes on is not in it.</param>
public sealed record Segment(
    PlannedSegment Plan, long Seq = 0, bool Skipped = false, DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null,
    long HeldMilliseconds = 0)
{
    [JsonIgnore]
    public string Id => Plan.Id;

    /// <summary>As if it had never been on air.</summary>
    internal Segment WithoutRun => this with { StartedAt = null, EndedAt = null, HeldMilliseconds = 0 };

    internal Segment WithRun(Aired run) => this with
    {
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        HeldMilliseconds = run.HeldMilliseconds,
    };

    internal Segment After(ClockStepped step) => this with { StartedAt = StartedAt.After(step), EndedAt = EndedAt.After(step) };
}

/// <summary>That a segment was on air, and has left it; its row tells of the newest time alone.</summary>
public sealed record Aired(string Id, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, long HeldMilliseconds)
{
    internal static Aired Of(Segment left) => new(left.Id, left.StartedAt, left.EndedAt, left.HeldMilliseconds);

    internal Aired After(ClockStepped step) => this with { StartedAt = StartedAt.After(step), EndedAt = EndedAt.After(step) };
}
