using IndustrialMap.Live.Views;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Routes about one teleconference: what is not there, or cannot be read, is answered before their handlers run, and after
/// it was asked who may. <see cref="Get"/> is therefore never asked in vain.
/// </summary>
internal static class TeleconferenceRoutes
{
    internal static TeleconferenceFollower Get(this Teleconferences teleconferences, string id) =>
        teleconferences.Find(id) ?? throw new InvalidOperationException($"There is no teleconference \"{id}\".");

    internal static RouteGroupBuilder ForOneTeleconference(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        var teleconferences = context.HttpContext.RequestServices.GetRequiredService<Teleconferences>();
        var id = (string)context.HttpContext.GetRouteValue("id")!;
        return await teleconferences.LookUp(id) is not null ? await next(context)
            : teleconferences.FindUnreadable(id) is not null ? Problem.LogUnreadable(id)
            : Problem.UnknownTeleconference(id);
    });

    internal static RouteGroupBuilder ForOneSite(this RouteGroupBuilder group) => group.AddEndpointFilter((context, next) =>
    {
        var teleconferences = context.HttpContext.RequestServices.GetRequiredService<Teleconferences>();
        var (id, siteId) = ((string)context.HttpContext.GetRouteValue("id")!, (string)context.HttpContext.GetRouteValue("siteId")!);
        return teleconferences.Get(id).State.Site(siteId) is not null ? next(context) : new(Problem.UnknownSite(siteId));
    });
}
