using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace IndustrialMap.Live.Server.Access;

/// <summary>The site that a sender wants to read: what <see cref="Policies.SiteReader"/> judges in the hub, where no route names it.</summary>
internal sealed record SiteResource(string Teleconference, string SiteId);

/// <summary>
/// Who may read what, as policies on groups of routes; the hub asks for the same ones. Who may give which command is a rule
/// of the show, and decided with it.
/// </summary>
internal static class Policies
{
    /// <summary>Operators alone.</summary>
    internal const string Operator = "operator";

    /// <summary>Operators, and the coordinator of the site that the route (or the <see cref="SiteResource"/>) names.</summary>
    internal const string SiteReader = "site-reader";

    internal static void AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(Operator, policy => policy.AddRequirements(new OperatorRequirement()))
            .AddPolicy(SiteReader, policy => policy.AddRequirements(new SiteReaderRequirement()));
        services.AddSingleton<IAuthorizationHandler, OperatorHandler>();
        services.AddSingleton<IAuthorizationHandler, SiteReaderHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotAllowedResultHandler>();
    }

    private sealed record OperatorRequirement : IAuthorizationRequirement;

    private sealed record SiteReaderRequirement : IAuthorizationRequirement;

    private sealed class OperatorHandler(CurrentUser currentUser) : AuthorizationHandler<OperatorRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OperatorRequirement requirement)
        {
            if (await currentUser.Operator(context.User) is not null) context.Succeed(requirement);
        }
    }

    private sealed class SiteReaderHandler(CurrentUser currentUser) : AuthorizationHandler<SiteReaderRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SiteReaderRequirement requirement)
        {
            var site = context.Resource switch
            {
                SiteResource named => named,
                HttpContext http when http.GetRouteValue("id") is string id && http.GetRouteValue("siteId") is string siteId => new(id, siteId),
                _ => null,
            };
            if (site is not null && await currentUser.MayReadSite(context.User, site.Teleconference, site.SiteId)) context.Succeed(requirement);
        }
    }

    /// <summary>Problem details for whoever is not allowed, signed in or not: there is no page to sign in on, only a link.</summary>
    private sealed class NotAllowedResultHandler : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
            authorizeResult.Succeeded ? next(context) : Problem.NotAllowed().ExecuteAsync(context);
    }
}
