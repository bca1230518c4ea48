using System.Text.Json.Serialization;
using IndustrialMap.Live.Domain;

namespace IndustrialMap.Live.Grains;

/// <summary>
/// What one invitation allows. It is made with a one-time link; whoever opens the link first is signed in under it, until
/// it is revoked.
/// </summary>
/// <param name="Id">Random; the signed cookie carries it. Worth nothing without the cookie's signature.</param>
/// <param name="Teleconference">Coordinators: the one they belong to. Operators: where their link leads; they may run all.</param>
/// <param name="Name">As it is shown in the control room's log.</param>
/// <param name="ExpiresAt">Until when the link can be opened, UTC. Who is signed in stays so.</param>
public sealed record Grant(
    string Id, Role Role, string? Teleconference, string? SiteId, string Name, DateTimeOffset ExpiresAt,
    DateTimeOffset? RedeemedAt, DateTimeOffset? RevokedAt)
{
    public bool CanBeOpened(DateTimeOffset now) => RedeemedAt is null && RevokedAt is null && ExpiresAt >= now;

    [JsonIgnore]
    public bool Active => RedeemedAt is not null && RevokedAt is null;

    [JsonIgnore]
    public Actor Actor => new(Role, Name, SiteId);

    [JsonIgnore]
    public Keeper Keeper => SiteId is null ? Keeper.Operators : Keeper.OfSite(Teleconference!, SiteId);

    [JsonIgnore]
    public bool IsOperator => Role == Role.Operator;

    public bool IsCoordinatorOf(string teleconference, string siteId) =>
        Role == Role.Coordinator && Teleconference == teleconference && SiteId == siteId;
}
