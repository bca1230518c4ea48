using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>The views over HTTP: a snapshot with its seq and ETag, and the same as server-sent events.</summary>
internal static class ViewApi
{
    internal static void MapViews(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/teleconferences/{id}").WithTags("Views");
        api.MapGet("/public", (string id, HttpContext http, ViewSubscriptions subscriptions) =>
                Snapshot(http, subscriptions.Public(id), host => host.Views.PublicView, view => view.Seq))
            .WithSummary("What viewers see. Cacheable: revalidate with If-None-Match.").Produces<PublicView>().Problems(404);
        api.MapGet("/control", (string id, ClaimsPrincipal user, HttpContext http, ViewSubscriptions subscriptions) =>
                Snapshot(http, subscriptions.Control(id, user), host => host.Views.ControlView, view => view.Seq))
            .WithSummary("Operators only: what the control room sees.").Produces<ControlView>().Problems(403, 404);
        api.MapGet("/sites/{siteId}", (string id, string siteId, ClaimsPrincipal user, HttpContext http, ViewSubscriptions subscriptions) =>
                Snapshot(http, subscriptions.Site(id, siteId, user), host => host.Views.SiteView(siteId), view => view.Seq))
            .WithSummary("Operators and the site's own coordinator: what the site sees.").Produces<SiteView>().Problems(403, 404);

        const string events = "Server-sent events: \"view\" and \"update\" carry their seq as id, so that a reader resumes by Last-Event-ID; \"beat\" comes each second.";
        api.MapGet("/public/events", (string id, HttpContext http, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
                Stream(subscriptions.Public(id), host => Events(subscriptions.Subscribe(host.Views.Public, After(http), () => true, cancellationToken), Part)))
            .WithSummary($"What viewers see, live. {events}").Produces<PublicMessage>(200, "text/event-stream").Problems(404);
        api.MapGet("/control/events", (string id, ClaimsPrincipal user, HttpContext http, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
                Stream(subscriptions.Control(id, user), host => Events(subscriptions.SubscribeToControl(host, After(http), user, cancellationToken), Part)))
            .WithSummary($"Operators only. {events}").Produces<ControlMessage>(200, "text/event-stream").Problems(403, 404);
        api.MapGet("/sites/{siteId}/events", (string id, string siteId, ClaimsPrincipal user, HttpContext http, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
                Stream(subscriptions.Site(id, siteId, user), host => Events(subscriptions.SubscribeToSite(host, siteId, After(http), user, cancellationToken), Part)))
            .WithSummary($"Operators and the site's own coordinator. {events}").Produces<SiteMessage>(200, "text/event-stream").Problems(403, 404);
    }

    private static long? After(HttpContext http) =>
        long.TryParse(http.Request.Headers["Last-Event-ID"], out var seq) ? seq : null;

    private static IResult Snapshot<TView>(
        HttpContext http, Access<LiveTeleconference> access, Func<LiveTeleconference, TView> read, Func<TView, long> seq)
    {
        if (access.Refused is { } refused) return refused;
        var view = read(access.Allowed!);
        var tag = new EntityTagHeaderValue($"\"{seq(view)}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(given => given.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(304)
            : TypedResults.Ok(view);
    }

    private static IResult Stream(Access<LiveTeleconference> access, Func<LiveTeleconference, IAsyncEnumerable<SseItem<object>>> events) =>
        access.Refused ?? (IResult)TypedResults.ServerSentEvents(events(access.Allowed!));

    private static async IAsyncEnumerable<SseItem<object>> Events<TMessage>(
        IAsyncEnumerable<(long? Seq, TMessage Message)> messages, Func<TMessage, (string, object)> part, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (seq, message) in messages.WithCancellation(cancellationToken))
        {
            var (name, data) = part(message);
            yield return new SseItem<object>(data, name) { EventId = seq?.ToString() };
        }
    }

    private static (string, object) Part(PublicMessage message) => Part(message.View, null, message.Heartbeat);
    private static (string, object) Part(ControlMessage message) => Part(message.View, message.Update, message.Heartbeat);
    private static (string, object) Part(SiteMessage message) => Part(message.View, message.Update, message.Heartbeat);
    private static (string, object) Part(object? view, object? update, object? beat) =>
        view is not null ? ("view", view) : update is not null ? ("update", update) : ("beat", beat!);
}
