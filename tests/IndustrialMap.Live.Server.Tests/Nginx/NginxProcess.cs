using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndustrialMap.Live.Server.Tests.Crashes;

namespace IndustrialMap.Live.Server.Tests.Nginx;

/// <summary>The real nginx, in a folder and on a port of its own, with a certificate that only these tests believe.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private readonly DataFolder folder = new();
    private Process? process;

    internal NginxProcess() => Origin = new Uri($"https://localhost:{ConsoleProcess.FreePort()}");

    internal Uri Origin { get; }

    /// <summary>What a server needs that it serves.</summary>
    internal string[] ServerOptions => ["--behind-proxy", "--public-origin", Origin.GetLeftPart(UriPartial.Authority)];

    /// <param name="http">What stands in Debian's conf.d; CERTIFICATE, KEY and PORT are put in.</param>
    internal async Task Start(string http)
    {
        var conf = Path.Combine(folder.Path, "nginx.conf");
        var paths = string.Join(' ', ((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(what => $"{what}_temp_path {folder.Path}/{what};"));
        MakeCertificate();
        await File.WriteAllTextAsync(conf,
            (Environment.IsPrivilegedProcess ? "user root; " : "") + $"daemon off; pid {folder.Path}/pid; error_log stderr info; worker_processes 2; events {{ worker_connections 1024; }}\n"
            + $"http {{ access_log off; {paths}\n"
            + http.Replace("CERTIFICATE", Certificate, StringComparison.Ordinal)
                .Replace("KEY", $"{folder.Path}/key.pem", StringComparison.Ordinal).Replace("PORT", $"{Origin.Port}", StringComparison.Ordinal)
            + "\n}\n");
        process = Process.Start(new ProcessStartInfo(Nginx(), ["-p", folder.Path, "-c", conf]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync();
        await using var somebody = new Person(Origin);
        await Until.True(async () =>
        {
            Assert.True(!process.HasExited, process.HasExited ? await said : "");
            try
            {
                using var answer = await somebody.Http.GetAsync("/health/live");
                return answer.StatusCode != HttpStatusCode.BadGateway;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "nginx serves");
    }

    /// <summary>The file that the runbook gives, with this machine's addresses in the place of those in it.</summary>
    internal static string OfTheRunbook(params Uri[] servers)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "README.md"))) root = root.Parent;
        var text = File.ReadAllText(Path.Combine(root.FullName, "ops", "nginx.conf"));
        foreach (var (given, here) in ((string, string)[])[
            .. servers.Select((server, n) => ($"10.0.0.{n + 5}:5080", server.Authority)),
            ("/etc/ssl/industrialmap/fullchain.pem", "CERTIFICATE"), ("/etc/ssl/industrialmap/key.pem", "KEY"), ("listen 443 ", "listen PORT "),
            ("server_name live.example.kz", "server_name localhost")])
        {
            Assert.Contains(given, text, StringComparison.Ordinal);
            text = text.Replace(given, here, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("10.0.0.", text, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Where the certificate lies that whoever asks this nginx is to believe.</summary>
    internal string Certificate => Path.Combine(folder.Path, "cert.pem");

    private static string Nginx() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Select(folder => Path.Combine(folder, "nginx"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("nginx is not there: install it (Debian: apt-get install nginx), as ops/test does.");

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        folder.Dispose();
    }
}
