using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Connections.Security;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>
/// Mutual TLS between the servers of a cluster: whoever shows a certificate of the authority that is trusted is one of them, whatever
/// it is named and from wherever it comes; nobody else is let in, and nobody else is connected to.
/// </summary>
internal static class SiloTls
{
    internal static void Add(ISiloBuilder silo) => silo.Services.AddOptions<SiloConnectionOptions>().Configure<IOptions<ServerOptions>>((connections, server) =>
    {
        if (string.IsNullOrEmpty(server.Value.SiloCertificate)) return;
        var tls = Options(Certificate(server.Value), Authority(server.Value));
        connections.ConfigureSiloInboundConnection(connection => connection.UseServerTls(tls));
        connections.ConfigureSiloOutboundConnection(connection => connection.UseClientTls(tls));
    });

    private static TlsOptions Options(X509Certificate2 own, X509Certificate2Collection authority) => new()
    {
        LocalCertificate = own,
        RemoteCertificateMode = RemoteCertificateMode.RequireCertificate,
        ClientCertificateMode = RemoteCertificateMode.RequireCertificate,
        RemoteCertificateValidation = (shown, _, _) => IsOf(authority, shown),
        OnAuthenticateAsClient = (_, client) => client.TargetHost = "silo",
        HandshakeTimeout = TimeSpan.FromSeconds(3),
    };

    /// <summary>Not by the machine's own authorities, which sign for everybody.</summary>
    private static bool IsOf(X509Certificate2Collection authority, X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(shown);
    }

    private static X509Certificate2 Certificate(ServerOptions options) => Read(nameof(options.SiloCertificate), () =>
    {
        var file = options.SiloCertificate!;
        if (X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12)
            return X509CertificateLoader.LoadPkcs12FromFile(file, options.SiloCertificatePassword);
        return X509Certificate2.CreateFromPemFile(file);
    });

    private static X509Certificate2Collection Authority(ServerOptions options) => Read(nameof(options.SiloAuthority), () =>
    {
        var authority = new X509Certificate2Collection();
        authority.ImportFromPemFile(options.SiloAuthority!);
        return authority.Count > 0 ? authority : throw new CryptographicException("There is no certificate in it.");
    });

    /// <exception cref="StartupException">The file cannot be used.</exception>
    private static T Read<T>(string setting, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"IndustrialMap__{setting}: the file cannot be used: {failure.Message}", failure);
        }
    }
}
