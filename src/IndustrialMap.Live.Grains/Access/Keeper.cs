using System.Diagnostics.CodeAnalysis;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// Who keeps an invitation and the sign-in that it became: the operators' grain, or a site's. A link's token and a cookie's claim
/// name the keeper before what is secret, with a full stop between, so that every server knows whom to ask.
/// </summary>
/// <param name="Teleconference">Null for the operators.</param>
/// <param name="SiteId">Null for the operators.</param>
public sealed record Keeper(string? Teleconference, string? SiteId)
{
    public static readonly Keeper Operators = new(null, null);

    /// <summary>The key of the grain; also what stands before the full stop: "operators", or teleconference, slash, site.</summary>
    public string Key => SiteId is null ? OperatorsKey : $"{Teleconference}/{SiteId}";

    internal const string OperatorsKey = "operators";

    internal string GrainType => SiteId is null ? OperatorsGrain.TypeName : SiteGrain.TypeName;

    public static Keeper OfSite(string teleconference, string siteId) => new(teleconference, siteId);

    /// <exception cref="FormatException">It is no keeper's key.</exception>
    public static Keeper Parse(string key) => Find(key) ?? throw new FormatException($"\"{key}\" is no keeper of invitations.");

    /// <summary>What a link or a claim carries.</summary>
    public string Name(string secret) => $"{Key}.{secret}";

    /// <summary>The keeper and the secret of a token or a claim; false for one from before keepers were named, and for any other text.</summary>
    public static bool TryParse(string? named, [NotNullWhen(true)] out Keeper? keeper, [NotNullWhen(true)] out string? secret)
    {
        (keeper, secret) = (null, null);
        if (named?.Split('.') is not [var key, { Length: > 0 } rest]) return false;
        keeper = Find(key);
        secret = keeper is null ? null : rest;
        return keeper is not null && secret is not null;
    }

    private static Keeper? Find(string key) => key.Split('/') switch
    {
        [OperatorsKey] => Operators,
        [{ Length: > 0 } teleconference, { Length: > 0 } site] => OfSite(teleconference, site),
        _ => null,
    };
}
