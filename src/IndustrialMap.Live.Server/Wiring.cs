using System.IO.Compression;
using System.Net;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Journal;
using IndustrialMap.Live.Journal.Sqlite;
using IndustrialMap.Live.Server.Access;
using IndustrialMap.Live.Server.Autopilot;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.ResponseCompression;

namespace IndustrialMap.Live.Server;

/// <summary>Who is made of what. The only file that names a journal.</summary>
internal static class Wiring
{
    /// <exception cref="JournalUnusableException">The journal's file cannot be used; the message says what to do.</exception>
    internal static IJournal OpenJournal(ConsoleOptions options) => SqliteJournal.Open(Path.Combine(options.DataFolder, "journal.db"));

    internal static void AddConsole(this WebApplicationBuilder builder, ConsoleOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => OpenJournal(options));
        services.AddSingleton<Teleconferences>();
        services.AddSingleton<SiteLines>();
        services.AddSingleton<Watching>();
        services.AddSingleton<CommandDoor>();
        services.AddHostedService<Heart>();
        if (options.Autopilot is not null) services.AddHostedService<Pilot>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        AddAccess(services, options);
        AddWire(services);
        AddLogs(builder.Logging, options);
    }

    /// <summary>One line an event; JSON where a machine collects it.</summary>
    private static void AddLogs(ILoggingBuilder logging, ConsoleOptions options)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // The keys lie in the data folder, which is as secret as the journal beside them.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter(HubLog.SignalRs, LogLevel.None);
        if (options.PublicOrigin is null) logging.AddSimpleConsole(console => console.SingleLine = true);
        else logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }

    private static void AddAccess(IServiceCollection services, ConsoleOptions options)
    {
        var folder = Directory.CreateDirectory(options.DataFolder);
        services.AddSingleton(provider => new GrantStore(Path.Combine(folder.FullName, "access.db"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SignedIn>();
        services.AddSingleton<Links>();
        services.AddDataProtection().SetApplicationName("IndustrialMap.Live").PersistKeysToFileSystem(folder.CreateSubdirectory("keys"));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "industrialmap";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = options.PublicOrigin is null ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.SlidingExpiration = true;
        });
    }

    private static void AddWire(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(2);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(6);
            hub.MaximumReceiveMessageSize = 16 * 1024;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.AddFilter<HubLog>();
        }).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Failures.AddCode);
        services.AddExceptionHandler<Failures>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi(WireDescription.Configure);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        // The default, "fastest", sends viewers a page a third larger.
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }

    internal static void Listen(this WebApplicationBuilder builder, ConsoleOptions options)
    {
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Nothing but a script is larger: see TeleconferenceApi.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Configuration["AllowedHosts"] = options.PublicOrigin?.Host ?? "localhost;127.0.0.1;[::1]";
    }
}
