using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <param name="Hash">SHA-256 of the link's secret, in hex. That is enough: 256 random bits cannot be guessed.</param>
public sealed record KeptGrant(Grant Grant, string Hash);

/// <summary>All that one keeper keeps. It never changes: each rule gives the next one. Times are UTC.</summary>
public sealed record Grants
{
    /// <summary>How long a link can be opened after it was made.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public static readonly Grants None = new();

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<KeptGrant> All { get; init; } = [];

    /// <summary>
    /// With the operators alone: who keeps what was made before keepers were named, by the hash of the link's secret and by the
    /// grant's id.
    /// </summary>
    public ImmutableDictionary<string, string> KeptElsewhere { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Random, of the newest write: whoever made it knows it again, should the answer be lost on the way.</summary>
    public string? Write { get; init; }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public Grant? Find(string id) => All.FirstOrDefault(kept => kept.Grant.Id == id)?.Grant;

    /// <param name="named">A link's secret or a grant's id.</param>
    public string? WhoKeeps(string named) => KeptElsewhere.GetValueOrDefault(named) ?? KeptElsewhere.GetValueOrDefault(HashOf(named));

    public bool Has(string hash) => All.Any(kept => kept.Hash == hash);

    /// <summary>With one more; links that nobody has opened in time, or that were revoked before, go.</summary>
    internal Grants With(KeptGrant kept, DateTimeOffset now) =>
        this with { All = [.. All.Where(each => each.Grant.RedeemedAt is not null || each.Grant.CanBeOpened(now)), kept] };

    /// <summary>With what was kept elsewhere; what is here already stays as it is.</summary>
    internal Grants TakeOver(IReadOnlyList<KeptGrant> others) =>
        this with { All = [.. All, .. others.Where(other => Find(other.Grant.Id) is null)] };

    internal Grants Point(IEnumerable<KeyValuePair<string, string>> keepers) => this with { KeptElsewhere = KeptElsewhere.SetItems(keepers) };

    /// <summary>Ends every link and every sign-in.</summary>
    internal Grants Revoked(DateTimeOffset now) => this with
    {
        All = [.. All.Select(kept => kept.Grant.RevokedAt is null ? kept with { Grant = kept.Grant with { RevokedAt = now } } : kept)],
    };

    /// <summary>Opens a link: the first time it gives its grant, and never again.</summary>
    internal (Grants Next, Grant? Opened) Redeem(string hash, DateTimeOffset now)
    {
        var at = All.Select((kept, i) => (kept, i)).Where(pair => pair.kept.Hash == hash).Select(pair => (int?)pair.i).FirstOrDefault();
        if (at is not { } i || !All[i].Grant.CanBeOpened(now)) return (this, null);
        var opened = Named(All[i].Grant) with { RedeemedAt = now };
        return (this with { All = All.SetItem(i, All[i] with { Grant = opened }) }, opened);
    }

    /// <summary>An operator without a name is one of several, told apart in the log by a number.</summary>
    private Grant Named(Grant grant)
    {
        const string numbered = "Operator ";
        if (!grant.IsOperator || grant.Name.Length > 0) return grant;
        var before = All.Count(kept => kept.Grant.RedeemedAt is not null && kept.Grant.Name.StartsWith(numbered, StringComparison.Ordinal));
        return grant with { Name = string.Create(CultureInfo.InvariantCulture, $"{numbered}{before + 1}") };
    }
}
