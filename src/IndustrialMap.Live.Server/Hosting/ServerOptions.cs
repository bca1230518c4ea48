namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// The settings of this server, under "IndustrialMap" in appsettings.json and the environment. README's Configure documents
/// them for whoever runs it; <see cref="ServerOptionsValidator"/> says what is refused.
/// </summary>
public sealed class ServerOptions
{
    public const string Section = "IndustrialMap";

    /// <summary>The folder where everything is kept. One that is no whole path lies below the current folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Where to listen: addresses between semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>How browsers reach the server, where that is not this machine.</summary>
    public Uri? PublicOrigin { get; set; }

    /// <summary>A proxy in front ends HTTPS. Only it may be able to reach <see cref="Urls"/>.</summary>
    public bool BehindProxy { get; set; }

    /// <summary>How many TCP connections are served at most; null: as many as the limit of open files and the memory allow.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>The teleconference that the autopilot plays; null or empty: none.</summary>
    public string? Autopilot { get; set; }

    /// <summary>How many times faster than planned the autopilot plays.</summary>
    public double Speed { get; set; } = 10;

    internal IReadOnlyList<string> Addresses => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
