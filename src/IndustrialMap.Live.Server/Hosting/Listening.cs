namespace IndustrialMap.Live.Server.Hosting;

/// <summary>Kestrel, with the certificates and limits that "Kestrel" in the settings gives it; addresses come from <see cref="ServerOptions"/> alone.</summary>
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
    }

    internal static void Listen(this WebApplication app, ServerOptions options)
    {
        foreach (var address in options.Addresses) app.Urls.Add(address);
    }
}
