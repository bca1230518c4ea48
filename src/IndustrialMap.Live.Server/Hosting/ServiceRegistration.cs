using System.IO.Compression;
using IndustrialMap.Live.Domain;
using IndustrialMap.Live.Grains;
using IndustrialMap.Live.Journal;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Who is made of what.</summary>
internal static class ServiceRegistration
{
    internal static void AddConsole(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(ConsoleClockAttribute.Name, TimeProvider.System);
        services.AddSingleton(provider => (IJournalHealth)provider.GetRequiredService<IJournal>());
        services.AddSingleton<Teleconferences>();
        services.AddSingleton<ViewSubscriptions>();
        services.AddSingleton<CommandGateway>();
        services.AddSingleton<BuiltInTeleconferenceSeeder>();
        services.AddHostedService<JournalLoader>();
        services.AddHostedService<HeartbeatService>();
        services.AddHostedService<TeleconferenceListPoller>();
        services.AddHostedService<JournalWatch>();
        services.AddHostedService<AutopilotService>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.AddHealth();
        AddAccess(services);
        AddWire(services);
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<Keepers>();
        services.AddSingleton<CurrentUser>();
        services.AddPolicies();
        services.AddSingleton<InvitationLinks>();
        services.AddDataProtection().SetApplicationName("IndustrialMap.Live");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "industrialmap";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.SlidingExpiration = true;
        });
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<ServerOptions>, IServiceProvider>((cookie, server, provider) =>
            {
                cookie.TimeProvider = provider.ConsoleClock();
                cookie.Cookie.SecurePolicy = server.Value.PublicOrigin is null ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            });
    }

    private static void AddWire(IServiceCollection services)
    {
        services.AddRouting();
        services.AddHostFiltering(_ => { });
        services.AddOptions<HostFilteringOptions>().Configure<IOptions<ServerOptions>>(RequestSecurity.AllowHosts);
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(2);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(6);
            hub.MaximumReceiveMessageSize = 16 * 1024;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.AddFilter<HubErrorFilter>();
        }).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<JsonHubProtocol>();
        services.AddSingleton<IHubProtocol, CodedHubProtocol>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemExceptionHandler.AddCode);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi(OpenApiDescription.Configure);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        // The default, "fastest", sends viewers a page a third larger.
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }
}
