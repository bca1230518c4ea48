namespace IndustrialMap.Live.Browser.Tests.Support;

/// <summary>The Industrialization Map of 2021 as the program ships it: six launches, in the order of its running order.</summary>
public static class Map2021
{
    public const string Id = "2021-industrialization-map";

    public const string Cans = "2021-05";

    public static readonly IReadOnlyList<(string Segment, string Site, string Launch)> Launches =
    [
        ("launch-zhayrem", "zhayrem", "2021-01"),
        ("launch-aktogay", "aktogay", "2021-02"),
        ("launch-saryarkinsky", "saryarkinsky", "2021-03"),
        ("launch-petropavlovsk", "petropavlovsk", "2021-04"),
        ("launch-shymkent", "shymkent", Cans),
        ("launch-kostanay-region", "kostanay-region", "2021-06"),
    ];
}
