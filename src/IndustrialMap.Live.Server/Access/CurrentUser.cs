using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IndustrialMap.Live.Server.Access;

/// <summary>
/// Who the sender of a request is. The signed cookie names grants, several if one browser opened several links; the keepers of
/// those that matter are asked anew at every command and every second of a stream, so that a revoked one ends at once.
/// </summary>
/// <exception cref="AccessUnavailableException">Thrown by each method where a keeper cannot be asked.</exception>
public sealed class CurrentUser(Keepers keepers)
{
    private const string GrantClaim = "grant";
    private const int MaxGrants = 32;

    public Task<IReadOnlyList<Grant>> Grants(ClaimsPrincipal user) => Grants(user, _ => true);

    public async Task<Grant?> Operator(ClaimsPrincipal user) => (await Grants(user, keeper => keeper == Keeper.Operators)).LastOrDefault();

    public async Task<Grant?> Coordinator(ClaimsPrincipal user, string teleconference, string siteId) =>
        (await Grants(user, keeper => keeper == Keeper.OfSite(teleconference, siteId))).LastOrDefault();

    /// <summary>A site's view is for its own coordinator, and for every operator.</summary>
    public async Task<bool> MayReadSite(ClaimsPrincipal user, string teleconference, string siteId) =>
        await Operator(user) is not null || await Coordinator(user, teleconference, siteId) is not null;

    /// <summary>In whose name a command is given.</summary>
    /// <param name="asSite">The site whose coordinator the sender speaks as; null: an operator if it is one, else its own site.</param>
    public async Task<Actor> Actor(ClaimsPrincipal user, string teleconference, string? asSite)
    {
        var grant = asSite is null
            ? await Operator(user) ?? (await Grants(user, keeper => keeper.Teleconference == teleconference)).LastOrDefault()
            : await Coordinator(user, teleconference, asSite);
        return grant?.Actor ?? new Actor(Role.Viewer, "");
    }

    /// <param name="held">All that the browser is signed in under; asked for before the link is opened, which it is only once.</param>
    /// <returns>All that the browser is signed in under from now on.</returns>
    public static async Task<IReadOnlyList<Grant>> Add(HttpContext http, IReadOnlyList<Grant> held, Grant grant)
    {
        Grant[] kept = [.. held.Where(one => one.Id != grant.Id).TakeLast(MaxGrants - 1), grant];
        var identity = new ClaimsIdentity(
            kept.Select(one => new Claim(GrantClaim, one.Keeper.Name(one.Id))), CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return kept;
    }

    /// <summary>The grants that count, in the order in which their links were opened.</summary>
    private async Task<IReadOnlyList<Grant>> Grants(ClaimsPrincipal user, Func<Keeper, bool> ofWhom)
    {
        var found = await Task.WhenAll(user.FindAll(GrantClaim).Select(claim => keepers.Find(claim.Value, ofWhom)));
        return [.. found.OfType<Grant>().Where(grant => grant.Active)];
    }
}
