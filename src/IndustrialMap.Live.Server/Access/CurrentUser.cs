using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Who the sender of a request is. The signed cookie names grants, several if one browser opened several links; each keeper is
/// asked anew at every command and every second of a stream, so that a revoked one ends at once.
/// </summary>
/// <exception cref="AccessUnavailableException">Thrown by each method where a keeper cannot be asked.</exception>
public sealed class CurrentUser(Keepers keepers)
{
    private const string GrantClaim = "grant";
    private const int MaxGrants = 32;

    public async Task<IReadOnlyList<Grant>> Grants(ClaimsPrincipal user)
    {
        var found = await Task.WhenAll(user.FindAll(GrantClaim).Select(claim => keepers.Find(claim.Value)));
        return [.. found.OfType<Grant>().Where(grant => grant.Active)];
    }

    public async Task<Grant?> Operator(ClaimsPrincipal user) => (await Grants(user)).LastOrDefault(grant => grant.IsOperator);

    public async Task<Grant?> Coordinator(ClaimsPrincipal user, string teleconference, string siteId) =>
        (await Grants(user)).LastOrDefault(grant => grant.IsCoordinatorOf(teleconference, siteId));

    /// <summary>A site's view is for its own coordinator, and for every operator.</summary>
    public async Task<bool> MayReadSite(ClaimsPrincipal user, string teleconference, string siteId) =>
        (await Grants(user)).Any(grant => grant.IsOperator || grant.IsCoordinatorOf(teleconference, siteId));

    /// <summary>In whose name a command is given.</summary>
    /// <param name="asSite">The site whose coordinator the sender speaks as; null: an operator if it is one, else its own site.</param>
    public async Task<Actor> Actor(ClaimsPrincipal user, string teleconference, string? asSite)
    {
        var held = (await Grants(user)).Where(grant => grant.IsOperator || grant.Teleconference == teleconference).ToArray();
        var grant = asSite is null
            ? held.LastOrDefault(grant => grant.IsOperator) ?? held.LastOrDefault()
            : held.LastOrDefault(grant => grant.IsCoordinatorOf(teleconference, asSite));
        return grant?.Actor ?? new Actor(Role.Viewer, "");
    }

    /// <returns>All that the browser is signed in under from now on.</returns>
    public async Task<IReadOnlyList<Grant>> Add(HttpContext http, Grant grant)
    {
        Grant[] kept = [.. (await Grants(http.User)).Where(held => held.Id != grant.Id).TakeLast(MaxGrants - 1), grant];
        var identity = new ClaimsIdentity(
            kept.Select(held => new Claim(GrantClaim, held.Keeper.Name(held.Id))), CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return kept;
    }
}
