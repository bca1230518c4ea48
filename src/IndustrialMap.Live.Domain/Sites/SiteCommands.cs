using System.Text.Json.Serialization;

namespace IndustrialMap.Live.Domain;

/// <summary>A command about one site: what is decided of it, is decided on that site's <see cref="SiteSlice"/> alone.</summary>
public interface ISiteCommand
{
    string SiteId { get; }
}

/// <summary>A site's word on one readiness item. Only its own coordinator may give it, until the end.</summary>
public sealed record ReportReadiness(
    string SiteId, [property: JsonRequired] ReadinessItem Item, [property: JsonRequired] bool Ready) : Command, ISiteCommand;

/// <summary>The server saw a coordinator's line come or go.</summary>
public sealed record ReportLink(string SiteId, bool Connected) : Command, ISiteCommand;

/// <summary>Records that an operator revoked a coordinator's link and made a new one.</summary>
public sealed record RenewInvitation(string SiteId) : Command, ISiteCommand;
