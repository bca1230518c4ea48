using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>What a teleconference file may hold at most. The numbers stand in ops/plan-format.md as well.</summary>
public static class PlanLimits
{
    /// <summary>Bytes.</summary>
    public const int MaxFileBytes = 5_000_000;

    /// <summary>Objects and lists inside each other; the format itself needs four.</summary>
    public const int MaxDepth = 16;

    /// <summary>Values in the whole file: twice what the largest teleconference needs, so that memory is bounded.</summary>
    public const int MaxValues = 200_000;

    /// <summary>Errors that are listed; the others are only counted.</summary>
    public const int MaxErrors = 1000;

    /// <summary>Characters (Unicode code points) in one language of a text.</summary>
    public const int MaxTextLength = Text.MaxLength;
    public const int MaxSourceLength = 1000;

    public const int MaxSectors = 200;
    public const int MaxSites = 200;
    public const int MaxLaunches = 2000;
    public const int MaxSegments = TeleconferencePlan.MaxSegments;
    public const int MaxSources = 100;
    public const int MaxFacilities = 1_000_000;

    /// <summary>Seconds: 24 hours.</summary>
    public const int MaxSegmentSeconds = PlannedSegment.MaxSeconds, MaxConfirmationSeconds = 86_400;

    /// <summary>Years of dates and times, so that no expected end can leave the calendar.</summary>
    public const int FirstYear = 1900, LastYear = 2199;

    /// <summary>The largest value of a figure, and of the sum of all figures of one unit.</summary>
    public const long MaxFigure = Figure.MaxValue;
}
