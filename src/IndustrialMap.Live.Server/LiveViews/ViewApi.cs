using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Views;
using Microsoft.Net.Http.Headers;

namespace IndustrialMap.Live.Server.LiveViews;

/// <summary>The views over HTTP: a snapshot with its place as ETag, and the same as server-sent events.</summary>
internal static class ViewApi
{
    private const string Events =
        "Server-sent events: \"view\" and \"update\" carry their place (seq, hyphen, 16 hex digits of the seal) as id, so that a reader resumes by "
        + "Last-Event-ID, or by \"after\"; a place that this log does not have gets the whole view. \"beat\" comes each second.";

    private const string Messages =
        "For a line that carries no stream: what one at \"after\" would bring, \"view\" or \"update\", and behind it a \"beat\". Any server can be asked.";

    internal static void MapViews(this IEndpointRouteBuilder app)
    {
        var views = app.MapGroup("/api/teleconferences/{id}").WithTags("Views").ForOneTeleconference();
        views.MapGet("/public", async (string id, HttpContext http, Teleconferences teleconferences) =>
            {
                var view = (await teleconferences.Newest(id, http)).PublicView;
                return Snapshot(http, view, view.Place);
            })
            .WithSummary("What viewers see. Cacheable: revalidate with If-None-Match.").Produces<PublicView>().Problems(404, 503);
        views.MapGet("/public/events", async (string id, string? after, HttpContext http, Teleconferences teleconferences, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                return Stream(http, subscriptions.Public(teleconference, place, cancellationToken), Part);
            })
            .WithSummary($"What viewers see, live. {Events}").Produces<PublicMessage>(200, "text/event-stream").Problems(404, 503);

        views.MapGet("/public/messages", async (string id, string? after, HttpContext http, Teleconferences teleconferences) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                // The first view is published a moment after the start.
                return teleconference.Views.Public.Missed(place) is { Count: > 0 } messages ? messages : [new PublicMessage(View: teleconference.Views.PublicView)];
            })
            .WithSummary($"What viewers see, asked each second. {Messages}").Problems(404, 503);

        var control = views.MapGroup("/control").RequireAuthorization(Policies.Operator);
        control.MapGet("", async (string id, HttpContext http, Teleconferences teleconferences) =>
            {
                var view = (await teleconferences.Newest(id, http)).ControlView;
                return Snapshot(http, view, view.Place);
            })
            .WithSummary("Operators only: what the control room sees.").Produces<ControlView>().Problems(403, 404, 503);
        control.MapGet("/events", async (string id, string? after, ClaimsPrincipal user, HttpContext http, Teleconferences teleconferences, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                return Stream(http, subscriptions.Control(teleconference, place, user, cancellationToken), Part);
            })
            .WithSummary($"Operators only. {Events}").Produces<ControlMessage>(200, "text/event-stream").Problems(403, 404, 503);

        control.MapGet("/messages", async (string id, string? after, HttpContext http, Teleconferences teleconferences) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                return teleconference.Views.Control.Missed(place);
            })
            .WithSummary($"Operators only. {Messages}").Problems(403, 404, 503);

        var site = views.MapGroup("/sites/{siteId}").RequireAuthorization(Policies.SiteReader).ForOneSite();
        site.MapGet("", async (string id, string siteId, HttpContext http, Teleconferences teleconferences) =>
            {
                var view = (await teleconferences.Newest(id, http)).SiteView(siteId);
                return Snapshot(http, view, view.Place);
            })
            .WithSummary("Operators and the site's own coordinator: what the site sees.").Produces<SiteView>().Problems(403, 404, 503);
        site.MapGet("/events", async (string id, string siteId, string? after, ClaimsPrincipal user, HttpContext http, Teleconferences teleconferences, ViewSubscriptions subscriptions, CancellationToken cancellationToken) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                return Stream(http, subscriptions.Site(teleconference, siteId, place, user, cancellationToken), Part);
            })
            .WithSummary($"Operators and the site's own coordinator. {Events}").Produces<SiteMessage>(200, "text/event-stream").Problems(403, 404, 503);
        site.MapGet("/messages", async (string id, string siteId, string? after, ClaimsPrincipal user, HttpContext http, Teleconferences teleconferences, ViewSubscriptions subscriptions) =>
            {
                var (teleconference, place) = await teleconferences.Follow(id, http, after);
                return await subscriptions.SiteMissed(teleconference, siteId, place, user);
            })
            .WithSummary($"Operators and the site's own coordinator, whose line is up while it asks. {Messages}").Problems(403, 404, 503);
    }

    /// <summary>
    /// Whoever was answered a command sees what it did, whichever server it asks; if the ledger is silent, what this one has, unless
    /// the reader holds something that may be newer.
    /// </summary>
    private static async Task<TeleconferenceViews> Newest(this Teleconferences teleconferences, string id, HttpContext http)
    {
        var teleconference = teleconferences.Get(id);
        var held = http.Request.GetTypedHeaders().IfNoneMatch.Select(tag => PlaceOf(tag.Tag.Value?.Trim('"'))).FirstOrDefault(place => place is not null);
        await teleconference.ReadOnFor(held);
        return teleconference.Views;
    }

    /// <param name="after">Of a reader that connects anew and cannot send the header.</param>
    private static async Task<(TeleconferenceFollower, Place?)> Follow(this Teleconferences teleconferences, string id, HttpContext http, string? after)
    {
        var teleconference = teleconferences.Get(id);
        var place = PlaceOf(http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? after);
        await teleconference.ReadOnFor(place);
        return (teleconference, place);
    }

    private static Place? PlaceOf(string? text) => Place.TryParse(text, out var place) ? place : null;

    private static IResult Snapshot<TView>(HttpContext http, TView view, Place place)
    {
        var tag = new EntityTagHeaderValue($"\"{place}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(given => given.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(304)
            : TypedResults.Ok(view);
    }

    private static IResult Stream<TMessage>(
        HttpContext http, IAsyncEnumerable<(Place? Place, TMessage Message)> messages, Func<TMessage, (string, object)> part)
    {
        // nginx collects what comes from a server before it sends any of it, unless the server asks it not to.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Items(messages, part));
    }

    private static async IAsyncEnumerable<SseItem<object>> Items<TMessage>(
        IAsyncEnumerable<(Place? Place, TMessage Message)> messages, Func<TMessage, (string, object)> part,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var (place, message) in messages.WithCancellation(cancellationToken))
        {
            var (name, data) = part(message);
            yield return new SseItem<object>(data, name) { EventId = place?.ToString() };
        }
    }

    private static (string, object) Part(PublicMessage message) => Part(message.View, null, message.Heartbeat);
    private static (string, object) Part(ControlMessage message) => Part(message.View, message.Update, message.Heartbeat);
    private static (string, object) Part(SiteMessage message) => Part(message.View, message.Update, message.Heartbeat);
    private static (string, object) Part(object? view, object? update, object? heartbeat) =>
        view is not null ? ("view", view) : update is not null ? ("update", update) : ("beat", heartbeat!);
}
