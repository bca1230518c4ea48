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
        // An address that is named there would be listened on unseen by the rules above.
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            yield return "Kestrel:Endpoints is not read: name the addresses with --urls or IndustrialMap__Urls.";
    }

    private string Of(string setting, string says) => $"{configuration.SourceOf(setting)}: {says}";

    private static string? Refused(string url, ServerOptions options)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"\"{url}\" is not an address like http://127.0.0.1:5080.";
        if (IsLoopback(uri)) return null;
        if (options.PublicOrigin is null)
            return $"{url} can be reached from other machines: say with --public-origin or IndustrialMap__PublicOrigin how browsers will reach it.";
        return uri.Scheme == "https" || options.BehindProxy
            ? null
            : $"{url} is not HTTPS: listen on https://, or put a proxy in front and say --behind-proxy or IndustrialMap__BehindProxy=true.";
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOrigin(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "https", PathAndQuery: "/", UserInfo: "", Fragment: "" };
}
