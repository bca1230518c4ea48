using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndustrialMap.Live.Tests;

namespace IndustrialMap.Live.Server.Tests.Cluster;

/// <summary>A silo's port has no sign-in: who shows no certificate of the authority is no server of the cluster.</summary>
[Collection(nameof(SeveralServers))]
public sealed class SiloCertificates : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Servers_with_certificates_of_one_authority_are_a_cluster_and_one_without_or_of_another_is_not_let_in()
    {
        var (ours, theirs) = (Authority("ours"), Authority("theirs"));
        await using var cluster = await RunningCluster.Start(
            await Azurite.NewAccount(), n => ["--silo-address", Address()], Tls("ours", Certificate(ours, "a server")));
        var operator_ = await cluster.Operator(0);
        await operator_.Give(RunningConsole.Map2021, new Start());
        for (var at = 0; at < 3; at++)
            await Until.True(async () => (await cluster.Anybody(at).Public(RunningConsole.Map2021)).Header.Phase == Phase.Live, "each shows what one did");

        var refused = await Task.WhenAll(
            cluster.RunMore("--silo-port", "22999"),
            cluster.RunMore(Tls("theirs", Certificate(theirs, "a stranger")), "--silo-port", "22998"));
        foreach (var ended in refused)
        {
            // Told by its own look at the others, or by theirs at it, whichever came first.
            Assert.Contains(ended.Code, (int[])[1, 75]);
            Assert.Contains("certificates are", ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("is ready", ended.Output, StringComparison.Ordinal);
        }
        await operator_.Give(RunningConsole.Map2021, Presses.Next(await operator_.Control(RunningConsole.Map2021)));
    }

    [Theory]
    [InlineData("--silo-address", "no sign-in", "--silo-address", "10.0.0.5")]
    [InlineData("--silo-address", "not the address", "--silo-address", "0.0.0.0")]
    [InlineData("--silo-address", "not the address", "--silo-address", "live.example.kz")]
    [InlineData("--silo-port", "1 to 65535", "--silo-port", "0")]
    [InlineData("--silo-port", "whole number", "--silo-port", "x")]
    [InlineData("ConnectionStrings__azure", "needs the connection string")]
    public async Task What_would_be_open_to_anybody_or_cannot_be_is_refused_at_the_start(string option, string says, params string[] args)
    {
        var start = RealProgram.Start(["--cluster", "azure", .. args]);
        if (option != "ConnectionStrings__azure") start.Environment["ConnectionStrings__azure"] = await Azurite.NewAccount();
        var ended = await RealProgram.Run(start);
        Assert.Equal(2, ended.Code);
        Assert.StartsWith($"{option}: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains(says, ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SiloCertificate")]
    [InlineData("SiloAuthority")]
    public async Task A_file_that_is_no_certificate_is_told_by_its_setting(string setting)
    {
        var ours = Authority("ours");
        var tls = Tls("ours", Certificate(ours, "a server"));
        await File.WriteAllTextAsync(tls[$"IndustrialMap__{setting}"], "no certificate");
        var start = RealProgram.Start("--cluster", "azure", "--urls", "http://127.0.0.1:0");
        start.Environment["ConnectionStrings__azure"] = await Azurite.NewAccount();
        foreach (var (name, value) in tls) start.Environment[name] = value;
        var ended = await RealProgram.Run(start);
        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"IndustrialMap__{setting}: ", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>One that other machines could reach, where this one has any.</summary>
    private static string Address() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork)?.ToString() ?? "127.0.0.1";

    private Dictionary<string, string> Tls(string authority, string certificate) => new()
    {
        ["IndustrialMap__SiloCertificate"] = certificate, ["IndustrialMap__SiloAuthority"] = Path.Combine(folder.Path, $"{authority}.pem"),
    };

    private X509Certificate2 Authority(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder.Path, $"{name}.pem"), authority.ExportCertificatePem());
        return authority;
    }

    /// <returns>The file, with the key in it.</returns>
    private string Certificate(X509Certificate2 authority, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(authority, authority.NotBefore, authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        var file = Path.Combine(folder.Path, $"{name}.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
