namespace IndustrialMap.Live.Domain;

/// <summary>A name or title as its source gives it: in one, two or all three languages. At least one is there.</summary>
public sealed record Text(string? En = null, string? Ru = null, string? Kk = null)
{
    /// <summary>Unicode code points in one language.</summary>
    public const int MaxLength = 300;
}
