using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.PlanFiles;

/// <summary>What a teleconference file may hold at most. The numbers stand in ops/script-format.md as well.</summary>
public static class ScriptLimits
{
    public const string Format = "industrialmap.live/teleconference/1";

    /// <summary>Bytes.</summary>
    public const int LargestFile = 5_000_000;

    /// <summary>Objects and lists inside each other; the format itself needs four.</summary>
    public const int Deepest = 16;

    /// <summary>Values in the whole file: twice what the largest teleconference needs, so that memory is bounded.</summary>
    public const int MostValues = 200_000;

    /// <summary>Errors that are listed; the others are only counted.</summary>
    public const int MostErrors = 1000;

    /// <summary>Characters (Unicode code points) in one language of a text.</summary>
    public const int LongestText = 300;
    public const int LongestSource = 1000;

    public const int MostSectors = 200;
    public const int MostSites = 200;
    public const int MostLaunches = 2000;
    public const int MostSegments = 2000;
    public const int MostSources = 100;
    public const int MostFacilities = 1_000_000;

    /// <summary>Seconds: 24 hours.</summary>
    public const int LongestSegment = 86_400;

    /// <summary>Years of dates and times, so that no expected end can leave the calendar.</summary>
    public const int FirstYear = 1900, LastYear = 2199;

    /// <summary>The largest value of a figure, and of the sum of all figures of one unit.</summary>
    public const long LargestFigure = Figure.Largest;
}
