using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Access;

/// <param name="Token">What stands after <c>#</c> in a one-time link.</param>
public sealed record SignIn(string Token);

/// <summary>One site that the sender coordinates.</summary>
public sealed record OwnSite(string Teleconference, string SiteId);

/// <summary>Who the sender is.</summary>
/// <param name="Role">The most that it may do: operator, coordinator or viewer.</param>
/// <param name="Goto">Where to go after signing in, a path; only in the answer to a sign-in.</param>
public sealed record Me(Role Role, string? Name, IReadOnlyList<OwnSite> Sites, string? Goto = null);

/// <param name="Role">Operator or coordinator.</param>
/// <param name="Teleconference">Required for a coordinator; for an operator it says where the link leads.</param>
/// <param name="SiteId">Required for a coordinator, whose earlier links and sign-ins are revoked.</param>
/// <param name="Name">As the log will show it; left out: "Operator N", or the site's coordinator.</param>
public sealed record Invite(Role Role, string? Teleconference = null, string? SiteId = null, string? Name = null);

/// <param name="Link">Signs in whoever opens it first. It is shown this once and not kept.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record Invitation(string Link, DateTimeOffset ExpiresAt);

internal static class AccessApi
{
    internal static void MapAccess(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Access");
        api.MapGet("/me", async (ClaimsPrincipal user, CurrentUser currentUser) => MeOf(await currentUser.Grants(user)))
            .WithSummary("Who the sender is.");
        api.MapPost("/sign-in", RedeemLink)
            .WithSummary("Opens a one-time link and sets the signed cookie.").Problems(410);
        api.MapPost("/sign-out", async (HttpContext http) =>
            {
                await http.SignOutAsync();
                return TypedResults.NoContent();
            })
            .WithSummary("Forgets every sign-in of this browser.");
        api.MapPost("/invitations", CreateInvitation).RequireAuthorization(Policies.Operator)
            .WithSummary("Operators only: a one-time link for an operator or a site's coordinator.").Problems(400, 403, 404);
    }

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> RedeemLink(SignIn signIn, HttpContext http, Keepers keepers, CurrentUser currentUser)
    {
        var before = await currentUser.Grants(http.User);
        if (await keepers.Redeem(signIn.Token) is not { } grant)
            return Problem.Of(410, "link_spent", "This link was used already, has expired or was revoked.", "Ask the control room for a new one.");
        var held = await CurrentUser.Add(http, before, grant);
        var redirectTo = (grant.Role, grant.Teleconference) switch
        {
            (Role.Coordinator, var id) => $"/site/{id}/{grant.SiteId}",
            (_, { } id) => $"/control/{id}",
            _ => "/",
        };
        return TypedResults.Ok(MeOf(held) with { Goto = redirectTo });
    }

    private static async Task<Results<Ok<Invitation>, ProblemHttpResult>> CreateInvitation(
        Invite invite, ClaimsPrincipal user, CurrentUser currentUser, Keepers keepers, Teleconferences teleconferences, InvitationLinks links)
    {
        var by = (await currentUser.Operator(user))!;
        if (invite.Name is { Length: > 60 }) return Problem.Of(400, "name_too_long", "The name has more than 60 characters.", "Shorten it.");
        if (invite.Role == Role.Operator) return TypedResults.Ok(links.Of(await keepers.InviteOperator(invite.Teleconference, invite.Name)));
        if (invite is not { Role: Role.Coordinator, Teleconference: { } id, SiteId: { } siteId })
            return Problem.Of(400, "invitation_incomplete", "An invitation is for an operator, or for the coordinator of a site.", "Give role, and for a coordinator teleconference and siteId.");
        if (await teleconferences.LookUp(id) is not { } teleconference) return Problem.UnknownTeleconference(id);
        if (teleconference.State.Site(siteId) is null) return Problem.UnknownSite(siteId);
        return TypedResults.Ok(links.Of(await keepers.InviteCoordinator(id, siteId, invite.Name ?? "", by.Actor)));
    }

    private static Me MeOf(IReadOnlyList<Grant> grants) => new(
        grants.Count == 0 ? Role.Viewer : grants.Max(grant => grant.Role),
        grants.LastOrDefault(grant => grant.IsOperator)?.Name,
        [.. grants.Where(grant => grant.SiteId is not null).Select(grant => new OwnSite(grant.Teleconference!, grant.SiteId!)).Distinct()]);
}
