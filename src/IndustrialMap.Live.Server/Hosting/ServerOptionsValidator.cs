using System.Net;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>What a value must be, and which settings do not go together. Each sentence begins with where its setting came from.</summary>
internal sealed class ServerOptionsValidator(IConfiguration configuration) : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var failures = Check(options).ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Check(ServerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataFolder)) yield return Of(nameof(options.DataFolder), "no folder is named.");
        if (options.Addresses.Count == 0) yield return Of(nameof(options.Urls), "no address is named.");
        foreach (var url in options.Addresses)
            if (Refused(url, options) is { } why) yield return Of(nameof(options.Urls), why);
        if (options.PublicOrigin is { } origin && !IsOrigin(origin))
            yield return Of(nameof(options.PublicOrigin), $"\"{origin.OriginalString}\" is not an origin like https://live.example.kz.");
        if (options.MaxConnections < ConnectionLimits.Least)
            yield return Of(nameof(options.MaxConnections), $"takes a number from {ConnectionLimits.Least}.");
        if (options.Speed is not (>= 0.1 and <= 1000)) yield return Of(nameof(options.Speed), "takes a number from 0.1 to 1000.");
        if (options.IsCluster)
            foreach (var failure in CheckCluster(options)) yield return failure;
        // An address that is named there would be listened on unseen by the rules above.
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            yield return "Kestrel:Endpoints is not read: name the addresses with --urls or IndustrialMap__Urls.";
    }

    private IEnumerable<string> CheckCluster(ServerOptions options)
    {
        if (options.Cluster != ClusterHosting.Azure) yield return Of(nameof(options.Cluster), $"takes {ClusterHosting.Azure}.");
        if (string.IsNullOrWhiteSpace(configuration.GetConnectionString(ClusterHosting.Azure)))
            yield return "ConnectionStrings__azure: a cluster needs the connection string of its storage account there, in the environment.";
        if (options.SiloPort is < 1 or > 65535) yield return Of(nameof(options.SiloPort), "takes a port from 1 to 65535.");
        if (!IPAddress.TryParse(options.SiloAddress, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            yield return Of(nameof(options.SiloAddress), $"\"{options.SiloAddress}\" is not the address by which the other servers reach this one, as 10.0.0.5.");
        else if (!IPAddress.IsLoopback(address) && string.IsNullOrEmpty(options.SiloCertificate))
            yield return Of(nameof(options.SiloAddress), $"{address} can be reached from other machines, and a silo has no sign-in: "
                + "name a certificate and the authority it trusts in IndustrialMap__SiloCertificate and IndustrialMap__SiloAuthority.");
        if (string.IsNullOrEmpty(options.SiloCertificate) != string.IsNullOrEmpty(options.SiloAuthority))
            yield return Of(nameof(options.SiloCertificate), "a silo's certificate and the authority that it trusts are named together, "
                + "in IndustrialMap__SiloCertificate and IndustrialMap__SiloAuthority.");
    }

    private string Of(string setting, string says) => $"{configuration.SourceOf(setting)}: {says}";

    private static string? Refused(string url, ServerOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"\"{url}\" is not an address like http://127.0.0.1:5080.";
        if (IsLoopback(uri)) return null;
        if (options.PublicOrigin is null)
            return $"{url} can be reached from other machines: "
                + "say with --public-origin or IndustrialMap__PublicOrigin how browsers will reach it.";
        return uri.Scheme == "https" || options.BehindProxy
            ? null
            : $"{url} is not HTTPS: listen on https://, or put a proxy in front and say --behind-proxy or IndustrialMap__BehindProxy=true.";
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOrigin(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "https", PathAndQuery: "/", UserInfo: "", Fragment: "" };
}
