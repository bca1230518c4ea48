namespace IndustrialMap.Live.Domain;

/// <summary>What somebody may do. A viewer may do nothing; the server reports only what it sees itself (a site's link).</summary>
public enum Role { Viewer, Coordinator, Operator, Server }

/// <summary>Who gave a command.</summary>
/// <param name="Name">As it is shown in the control room's log; never sent to viewers.</param>
/// <param name="SiteId">The one site a coordinator speaks for; null for everybody else.</param>
public sealed record Actor(Role Role, string Name, string? SiteId = null)
{
    public static readonly Actor Server = new(Role.Server, "server");
}
