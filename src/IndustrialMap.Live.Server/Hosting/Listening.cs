using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Kestrel, with the certificates that "Kestrel" in the settings names; addresses come from <see cref="ServerOptions"/> alone.</summary>
internal static class Listening
{
    internal static void AddKestrel(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            // Nothing but a plan is larger: see TeleconferenceApi.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Configure(context.Configuration.GetSection("Kestrel"));
        });
        var services = builder.Services;
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>(CloseIdle);
        services.AddSingleton<ConnectionCap>();
        services.AddSingleton<SocketTransportFactory>();
        services.AddSingleton<IConnectionListenerFactory, CappedTransport>();
    }

    /// <exception cref="StartupException">There are too few handles for a server and its visitors: told before any file is opened in vain.</exception>
    internal static void Listen(this WebApplication app, ServerOptions options)
    {
        _ = app.Services.GetRequiredService<ConnectionCap>();
        foreach (var address in options.Addresses) app.Urls.Add(address);
    }

    /// <summary>An idle connection holds a seat. Those of a proxy stay as long as is usual, lest it sends a request on one that is being closed.</summary>
    private static void CloseIdle(KestrelServerOptions kestrel, IOptions<ServerOptions> options)
    {
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        if (!options.Value.BehindProxy) kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }
}
