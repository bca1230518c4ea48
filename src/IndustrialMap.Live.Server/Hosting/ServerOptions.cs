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

    /// <summary>"azure": several servers hold the shows as one, on Azure Storage. Null or empty: this one alone, on a data folder.</summary>
    public string? Cluster { get; set; }

    /// <summary>Where the other servers of the cluster reach this one's grains. There is no sign-in: see <see cref="SiloCertificate"/>.</summary>
    public string SiloAddress { get; set; } = "127.0.0.1";

    /// <summary>Of <see cref="SiloAddress"/>.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// The file of the certificate, with its key, by which the servers of a cluster know each other: PFX, or PEM with both in it.
    /// Required to be reached from other machines.
    /// </summary>
    public string? SiloCertificate { get; set; }

    /// <summary>Of a PFX.</summary>
    public string? SiloCertificatePassword { get; set; }

    /// <summary>The file, PEM, of the authority whose certificates are let in. It should sign for nothing else.</summary>
    public string? SiloAuthority { get; set; }

    internal bool IsCluster => !string.IsNullOrEmpty(Cluster);

    internal IReadOnlyList<string> Addresses => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
