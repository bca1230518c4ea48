using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Who the sender of a request is. The signed cookie names grants, several if one browser opened several links; each is
/// looked up anew at every command and every second of a stream, so that a revoked one ends at once.
/// </summary>
public sealed class CurrentUser(GrantStore grants)
{
    private const string GrantClaim = "grant";
    private const int MaxGrants = 32;

    public IReadOnlyList<Grant> Grants(ClaimsPrincipal user) =>
        [.. user.FindAll(GrantClaim).Select(claim => grants.Find(claim.Value)).OfType<Grant>().Where(grant => grant.Active)];

    public Grant? Operator(ClaimsPrincipal user) => Grants(user).LastOrDefault(grant => grant.IsOperator);

    public Grant? Coordinator(ClaimsPrincipal user, string teleconference, string siteId) =>
        Grants(user).LastOrDefault(grant => grant.IsCoordinatorOf(teleconference, siteId));

    /// <summary>A site's view is for its own coordinator, and for every operator.</summary>
    public bool MayReadSite(ClaimsPrincipal user, string teleconference, string siteId) =>
        Grants(user).Any(grant => grant.IsOperator || grant.IsCoordinatorOf(teleconference, siteId));

    /// <summary>In whose name a command is given.</summary>
    /// <param name="asSite">The site whose coordinator the sender speaks as; null: an operator if it is one, else its own site.</param>
    public Actor Actor(ClaimsPrincipal user, string teleconference, string? asSite)
    {
        var held = Grants(user).Where(grant => grant.IsOperator || grant.Teleconference == teleconference).ToArray();
        var grant = asSite is null
            ? held.LastOrDefault(grant => grant.IsOperator) ?? held.LastOrDefault()
            : held.LastOrDefault(grant => grant.IsCoordinatorOf(teleconference, asSite));
        return grant?.Actor ?? new Actor(Role.Viewer, "");
    }

    public Task Add(HttpContext http, Grant grant)
    {
        var kept = Grants(http.User).Where(held => held.Id != grant.Id).TakeLast(MaxGrants - 1).Append(grant);
        var identity = new ClaimsIdentity(
            kept.Select(held => new Claim(GrantClaim, held.Id)), CookieAuthenticationDefaults.AuthenticationScheme);
        return http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }
}
