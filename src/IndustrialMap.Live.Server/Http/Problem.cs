using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndustrialMap.Live.Server.Http;

/// <summary>
/// Errors as RFC 9457 problem details: <c>title</c> says what, <c>detail</c> what to do, <c>code</c> is stable and is what
/// screens put into the reader's language.
/// </summary>
internal static class Problem
{
    internal static ProblemHttpResult Of(
        int status, string code, string message, string remedy, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(
            statusCode: status, title: message, detail: remedy, type: TypeOf(code),
            extensions: new Dictionary<string, object?>(
                more.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
            {
                ["code"] = code,
            });

    internal static string TypeOf(string code) => $"urn:industrialmap-live:{code}";

    internal static ProblemHttpResult NotAllowed() =>
        Of(403, "not_allowed", "Your sign-in does not allow this.", "Open your own link, or ask the control room for a new one.");

    internal static ProblemHttpResult UnknownTeleconference(string id) =>
        Of(404, "unknown_teleconference", $"There is no teleconference \"{id}\".", "See /api/teleconferences for those there are.");

    internal static ProblemHttpResult LogUnreadable(string id) => Of(
        503, "log_unreadable", $"The log of the teleconference \"{id}\" cannot be read.",
        "The server's own log says where. Restore a backup, or start the version that wrote it.");

    internal static ProblemHttpResult UpgradeUnderWay(string message) => Of(
        409, NameOf(RefusalCode.UpgradeUnderWay), message, "Try again once every server has been replaced by the newer version.");

    internal static ProblemHttpResult BadCommandId() => Of(
        400, "bad_command_id", "commandId is 8 to 64 letters, digits and hyphens.",
        "Make a new UUID for each command, and keep it when sending again.");

    internal static ProblemHttpResult UnknownSite(string siteId) =>
        Of(404, "unknown_site", $"The teleconference has no site \"{siteId}\".", "See its plan for the sites it has.");

    internal static ProblemHttpResult Of(CommandAnswer answer)
    {
        var code = NameOf(answer.Refusal!.Value);
        var status = answer.Refusal switch
        {
            RefusalCode.NotAllowed => 403,
            RefusalCode.UnknownSegment or RefusalCode.UnknownSite or RefusalCode.UnknownLaunch => 404,
            RefusalCode.ReasonRequired or RefusalCode.ReasonTooLong or RefusalCode.ReasonUnreadable or RefusalCode.StepMissing or RefusalCode.VersionMissing
                or RefusalCode.DurationOutOfRange or RefusalCode.TitleRequired or RefusalCode.TextTooLong
                or RefusalCode.TextUnreadable => 422,
            _ => 409,
        };
        return Of(
            status, code, "The command was refused, and does nothing.", "Look at the newest view, and decide again.",
            ("state", answer.State), ("launches", answer.Launches), ("changedBy", answer.ChangedBy), ("commandId", answer.CommandId),
            ("seq", answer.Seq));
    }

    private static string NameOf(RefusalCode code) =>
        System.Text.Json.JsonSerializer.SerializeToElement(code, DomainJson.Options).GetString()!;

    /// <summary>Documents the statuses that an endpoint answers with problem details.</summary>
    internal static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}
